# shellcheck shell=sh
# Light, compiled for what it runs: rustc's profile-guided optimization.

# What puts counts together: of the compiler's own LLVM, beside the compiler (rustup's component llvm-tools) or the
# distribution's. The compiler itself must know how to count.
find_profdata() {
    beside=$(rustc --print sysroot)/lib/rustlib/$rust_triple
    ls "$beside"/lib/libprofiler_builtins-*.rlib >/dev/null 2>&1 || return
    command -v "$beside/bin/llvm-profdata" || command -v "llvm-profdata-$(llvm_version)"
}

# compile_for_counts NAME
# shellcheck disable=SC2046 # The flags are words.
compile_for_counts() {
    keep_counts "$1" write_counts "$1" || { say_untrained "$1" && build_plain "$1"; return; }
    guest_cargo "$1" $(guest_build_words "$1") $(guest_flags "$1") \
        --config "target.$triple.rustflags=['-Cprofile-use=$(counts_of "$1")']" || build_failed "$1"
}

# write_counts NAME FILE
write_counts() (
    say "building $1 so that it counts, to train it (minutes)"
    counting=$(mktemp -d) || exit
    trap 'rm -rf "$counting"' EXIT
    build_counting "$1" "$counting/versions.o" || exit
    say "training $1"
    cd "$counting" || exit
    train env -i LLVM_PROFILE_FILE="$counting/%m.profraw" "$(guest_build_folder "$1")/$(guest_built "$1")" exec
    "$(find_profdata)" merge --output "$2" "$counting"/*.profraw
)

# build_counting NAME OBJECT: counts go where LLVM_PROFILE_FILE says.
# shellcheck disable=SC2046 # The flags are words.
build_counting() {
    write_versions "$2" || return
    guest_cargo "$1" rustc --bin "$1" $(guest_flags "$1") --config "target.$triple.rustflags=['-Cprofile-generate=.']" -- \
        "-Clink-arg=$2" || build_failed "$1"
}

# A program that counts keeps functions that nobody calls. Of Light's crates some of those refer to what only a shared C library
# has: functions of one version. These stand in for them; whoever calls one is stopped.
write_versions() {
    case $rust_triple in aarch64-*) version=GLIBC_2.17 ;; *) version=GLIBC_2.2.5 ;; esac
    {
        echo 'void stand_in(void) { __builtin_trap(); }'
        for name in cfgetispeed cfgetospeed cfsetispeed cfsetospeed cfsetspeed; do
            printf '__asm__(".globl \\"%s\\"; .set \\"%s\\", stand_in");\n' "$name@$version" "$name@$version"
        done
    } | cc -x c - -c -o "$1"
}
