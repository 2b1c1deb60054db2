# shellcheck shell=sh
# Rust for another target: a compiler with that target's standard library, or with the sources of it. In order: what is
# there, rustup where it works, the distribution's packages.

rustup_limit_s=300

target_triple() {
    case $1 in
    native) echo "$rust_triple" ;;
    wasm32-wasip1) echo wasm32-wasip1 ;;
    *) echo "$1-unknown-linux-gnu" ;;
    esac
}

# need_rust_for TARGET: sets triple, target_rust (the folder of a compiler that can build for it) and target_flags (how).
need_rust_for() {
    triple=$(target_triple "$1")
    find_rust_for "$1" || { install_rust_for "$1" && find_rust_for "$1"; } || {
        missing "Rust's standard library for $triple" "$(rust_hint_for "$1")"
    }
}

# A compiler that has the target's standard library, or the sources to build it from.
find_rust_for() {
    target_flags=
    target_rust=$rust
    [ "$1" != native ] || return 0
    for target_rust in "$rust" /usr/bin; do
        rust_is_new_enough "$target_rust" || continue
        library=$("$target_rust/rustc" --print sysroot)/lib/rustlib
        target_flags=
        [ ! -d "$library/$(target_triple "$1")" ] || return 0
        target_flags='-Zbuild-std=std,panic_abort'
        [ "$1" != wasm32-wasip1 ] || [ ! -d "$library/src/rust/library" ] || return 0
    done
    return 1
}

# In a subshell: from here on cargo and rustc are those for the target that was asked for last. The flag for building
# the standard library is kept for nightly compilers; RUSTC_BOOTSTRAP lets any take it.
use_rust_for_target() {
    [ "$target_rust" = "$rust" ] || PATH="$target_rust:$PATH"
    export PATH
    [ -z "$target_flags" ] || export RUSTC_BOOTSTRAP=1
    [ "$triple" != aarch64-unknown-linux-gnu ] || [ "$triple" = "$rust_triple" ] ||
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER="$cross_compiler"
}

# What links a program for the target, where that is not what links those for this machine. A compiler that brings its own
# linker for WASI is asked no more than for its version.
target_linker() {
    case $triple in
    "$rust_triple") ;;
    aarch64-*) "$cross_compiler" --version | head -n 1 ;;
    wasm32-*) [ -z "$target_flags" ] || "$(wasm_linker)" --version | head -n 1 ;;
    esac
}

rust_packages_for() {
    case $1 in
    aarch64) echo rustc-web cargo-web libstd-rust-web-dev:arm64 libc6-dev:arm64 ;;
    wasm32-wasip1) echo rustc-web cargo-web rust-web-src ;;
    esac
}

rust_hint_for() { echo "rustup target add $(target_triple "$1"), or on Debian: $(rust_packages_for "$1")"; }

install_rust_for() {
    can_install || return
    rustup_adds "$(target_triple "$1")" || distribution_adds "$1"
}

# Where rustup cannot be reached the distribution is asked next, so its complaint would only mislead.
rustup_adds() {
    [ -x "$rust/rustup" ] || return
    say "asking rustup for the standard library of $1"
    timeout "$rustup_limit_s" "$rust/rustup" --quiet target add "$1" >/dev/null 2>&1
}

# shellcheck disable=SC2046 # Packages are words.
distribution_adds() {
    [ "$1" != aarch64 ] || allow_foreign_packages arm64 libstd-rust-web-dev || return
    refresh_package_lists
    package_is_offered rustc-web || return
    install "Rust for $1" $(rust_packages_for "$1")
}

# allow_foreign_packages ARCHITECTURE PACKAGE: makes packages of another architecture known. An archive that does not
# offer this one for it is no archive of that architecture, and would fail at every later update: it is left as it was.
allow_foreign_packages() {
    have dpkg || return
    [ "$(dpkg --print-architecture)" = "$1" ] || dpkg --print-foreign-architectures | grep -qx "$1" && return
    as_root dpkg --add-architecture "$1" || return
    package_lists_are_fresh=no
    refresh_package_lists
    package_is_offered "$2:$1" && return
    as_root dpkg --remove-architecture "$1"
    package_lists_are_fresh=no
    return 1
}
