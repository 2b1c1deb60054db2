# shellcheck shell=sh
# `./artifact doctor`: what is here, what is missing and what would bring it. It changes nothing.

verb_doctor() {
    [ $# -eq 0 ] || usage_error "doctor takes no arguments"
    TIERS_INSTALL=no
    doctor_rust
    doctor_python
    doctor_line "C compiler, libc and libffi" "$(links -static -lffi && echo yes)" "apt-get install gcc libc6-dev libffi-dev pkg-config"
    doctor_training
    doctor_targets
    for program in shellcheck nix cargo-nextest; do
        doctor_line "$program" "$(command -v "$program")" "only for ./artifact test, which installs it where it can"
    done
    doctor_line "browser" "$(find_browser)" "only for ./artifact browse, which installs it where it can"
    for program in just mdbook; do
        doctor_line "$program" "$(PATH="$PATH:$cache/tools/bin" command -v "$program")" "./artifact tools"
    done
    doctor_guests
    doctor_peers
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

# What guests are made for their counts with.
doctor_training() {
    for name in tier-light tier-full; do
        tool=$(find_rust >/dev/null && need_rust && need_rust_for native && training_tool "$name" 2>/dev/null)
        doctor_line "what trains $name" "$tool" "./artifact build installs it where it is offered; without it the guest is slower"
    done
}

doctor_python() {
    if found=$(find_wanted_python); then
        found="$(python_version "$found"), $found"
    elif found=$(find_other_python); then
        found="$(python_version "$found"), $found (not $python_wanted: $(python_hint))"
    fi
    doctor_line "CPython, static library" "$found" "$(python_hint)"
}

# What it takes to compile for another target, and to run what comes out.
doctor_targets() {
    rust=$(find_rust) || rust=/nowhere
    for target in aarch64 wasm32-wasip1; do
        found=$(find_rust_for "$target" && echo "$("$target_rust/rustc" --version) in $target_rust${target_flags:+, from sources}")
        doctor_line "Rust for $target" "$found" "$(rust_hint_for "$target")"
    done
    # shellcheck disable=SC2086 # Packages are words.
    doctor_line "C compiler for aarch64" "$(aarch64_links -static -lffi && command -v "$cross_compiler")" \
        "$(foreign_hint $cross_packages)"
    doctor_line "qemu for aarch64" "$(find_qemu)" "apt-get install qemu-user-static"
    debian_python=/usr/bin/python$debian_python_version
    # shellcheck disable=SC2086
    doctor_line "CPython for aarch64" "$(find_debian_python && python_version "$debian_python")" \
        "$(foreign_hint $debian_python_packages)"
    doctor_line "Node $node_oldest or newer" "$(node_is_new_enough && command -v node)" "apt-get install nodejs, or https://nodejs.org"
}

doctor_guests() {
    doctor_line "command line" "$([ -x "$tiers" ] && echo "$tiers")" "./artifact build"
    for name in python3 tier-full tier-light tiers-confine; do doctor_guest "$name" "./artifact build"; done
    doctor_guest rustpython-stock "./artifact build stock"
    for name in tier-full-plain tier-full-factors tier-full-shared valgrind attempt-full-aarch64 attempt-full-wasm32-wasip1 \
        qemu-aarch64 tier-light-aarch64 qemu-aarch64-counting "python$debian_python_version" tier-full-aarch64-debian \
        tier-wasm tier-light.wasm node $components; do
        doctor_guest "$name" "./artifact build all"
    done
}

# What brings them is one command; what each comes from is in peers.sh.
doctor_peers() {
    for name in $peers; do doctor_line "peer $name" "$([ -e "$libexec/$name" ] && readlink -f "$libexec/$name")" "./artifact build peers"; done
}

# doctor_guest NAME COMMAND-THAT-HELPS
doctor_guest() { doctor_line "guest $1" "$([ -x "$libexec/$1" ] && echo "$libexec/$1")" "$2"; }
