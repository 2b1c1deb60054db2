# shellcheck shell=sh
# `./artifact doctor`: what is here, what is missing and what would bring it. It changes nothing.

verb_doctor() {
    [ $# -eq 0 ] || usage_error "doctor takes no arguments"
    TIERS_INSTALL=no
    doctor_rust
    doctor_python
    doctor_line "C compiler, libc and libffi" "$(links -static -lffi && echo yes)" "apt-get install gcc libc6-dev libffi-dev pkg-config"
    for program in shellcheck nix cargo-nextest; do
        doctor_line "$program" "$(command -v "$program")" "only for ./artifact test, which installs it where it can"
    done
    for program in just mdbook; do
        doctor_line "$program" "$(PATH="$PATH:$cache/tools/bin" command -v "$program")" "./artifact tools"
    done
    doctor_guests
    [ ! -x "$tiers" ] || "$tiers" doctor
    return 0
}

# doctor_line WHAT FOUND COMMAND-THAT-HELPS
doctor_line() {
    if [ -n "$2" ]; then printf '%-28s %s\n' "$1" "$2"; else printf '%-28s missing: %s\n' "$1" "$3"; fi
}

doctor_rust() {
    found=$(find_rust) && found="$("$found/rustc" --version) in $found"
    doctor_line "Rust $(rust_floor) or newer" "$found" "./artifact build installs Debian's, or: $(rust_hint)"
}

doctor_python() {
    if found=$(find_wanted_python); then
        found="$(python_version "$found"), $found"
    elif found=$(find_other_python); then
        found="$(python_version "$found"), $found (not $python_wanted: $(python_hint))"
    fi
    doctor_line "CPython, static library" "$found" "$(python_hint)"
}

doctor_guests() {
    doctor_line "command line" "$([ -x "$tiers" ] && echo "$tiers")" "./artifact build"
    for name in python3 tier-full tier-light; do doctor_guest "$name" "./artifact build"; done
    doctor_guest rustpython-stock "./artifact build stock"
    for name in tier-full-factors tier-full-shared valgrind attempt-full-aarch64 attempt-full-wasm32-wasip1; do
        doctor_guest "$name" "./artifact build all"
    done
}

# doctor_guest NAME COMMAND-THAT-HELPS
doctor_guest() { doctor_line "guest $1" "$([ -x "$libexec/$1" ] && echo "$libexec/$1")" "$2"; }
