# shellcheck shell=sh
# Full, laid out for what it runs: BOLT (Panchenko et al., "BOLT: A Practical Binary Optimizer for Data Centers and Beyond", CGO
# 2019), which CPython's own build offers as --enable-bolt. It reorders, splits and inlines machine code; no function is folded into an
# equal one, since CPython tells functions apart by their addresses.

layout_flags="-reorder-blocks=ext-tsp -reorder-functions=cdsort -split-functions -split-all-cold -jump-tables=aggressive
    -inline-all -indirect-call-promotion=all -plt=all -frame-opt=hot -simplify-rodata-loads -use-gnu-stack -no-huge-pages"

find_bolt() { command -v "llvm-bolt-$(llvm_version)" && command -v "merge-fdata-$(llvm_version)" >/dev/null; }

# build_laid_out NAME FILE
# shellcheck disable=SC2046 # The flags are words.
build_laid_out() {
    guest_cargo "$1" rustc --bin "$1" $(guest_flags "$1") -- -Cstrip=none -Clink-arg=-Wl,--emit-relocs ||
        build_failed "$1" || return
    as_linked="$(guest_build_folder "$1")/$(guest_built "$1")"
    if ! { keep_counts "$1" write_layout "$1" "$as_linked" && lay_out "$1" "$as_linked" "$2" &&
        print_the_same "$1" "$as_linked" "$2"; }; then
        say_untrained "$1"
        rm -f "$(counts_of "$1")"
        cp "$as_linked" "$2" || return
    fi
    # What BOLT notes of itself has paths of this machine in it.
    strip --remove-section=.note.bolt_info "$2"
}

# lay_out NAME PROGRAM FILE
# shellcheck disable=SC2086 # The flags are words.
lay_out() { quietly "$(find_bolt)" "$2" -o "$3" -data="$(counts_of "$1")" $layout_flags; }

# print_the_same NAME PROGRAM OTHER: on the idiom samples.
print_the_same() {
    for sample in "$root"/samples/idioms/*.py; do
        [ "$("$2" "$(run_word "$1")" "$sample" 2>&1)" = "$("$3" "$(run_word "$1")" "$sample" 2>&1)" ] ||
            { say "laid out anew, $1 prints something else for ${sample##*/}"; return 1; }
    done
}

# What a guest is told before the program that it is to run.
run_word() { case $1 in tier-full-factors) echo none ;; *) echo exec ;; esac; }

# write_layout NAME PROGRAM FILE
write_layout() (
    say "training $1"
    counting=$(mktemp -d) || exit
    trap 'rm -rf "$counting"' EXIT
    quietly "$(find_bolt)" "$2" -o "$counting/program" -instrument --instrumentation-file="$counting/counts" \
        --instrumentation-file-append-pid || exit
    cd "$counting" || exit
    train env -i ./program "$(run_word "$1")"
    "merge-fdata-$(llvm_version)" "$counting"/counts.*.fdata >"$3" 2>/dev/null
)

# quietly COMMAND…: what it says, if it fails.
quietly() {
    said=$("$@" 2>&1) || { printf '%s\n' "$said" >&2; return 1; }
}
