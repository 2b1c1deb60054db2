# shellcheck shell=sh
# The paper's attempts to build Full for other targets, as programs that the lab starts: each builds crates/attempt-full
# and ends as that build ends. They are placed only where everything but a libpython for the target is there, so that it
# is the lack of one that they show.

attempt_targets='aarch64 wasm32-wasip1'

place_attempts() {
    attempts_outcome=0
    for target in $attempt_targets; do
        place_attempt "$target" || attempts_outcome=$?
    done
    return "$attempts_outcome"
}

# place_attempt TARGET
place_attempt() {
    need_rust_for "$1" || return
    fetch_crates_for "$triple" || return
    mkdir -p "$libexec" "$cache/build" || return
    attempt_wrapper "$1" >"$libexec/.attempt-full-$1" && chmod +x "$libexec/.attempt-full-$1" || return
    write_sidecar "attempt-full-$1" "$libexec/attempt-full-$1.build.json" || return
    cmp -s "$libexec/.attempt-full-$1" "$libexec/attempt-full-$1" && { rm "$libexec/.attempt-full-$1"; return; }
    mv -f "$libexec/.attempt-full-$1" "$libexec/attempt-full-$1" && say "ready: target/libexec/tiers/attempt-full-$1"
}

# fetch_crates_for TRIPLE: those of the attempt, and those of the standard library where it is built as well.
fetch_crates_for() {
    fetch_for_target "$1" --offline 2>/dev/null || patiently fetch_for_target "$1" ||
        missing "the crates of attempt-full for $1" "./artifact build all, with a network"
}

# fetch_for_target TRIPLE FLAGS…
fetch_for_target() (
    cd "$root/crates/attempt-full" || exit
    triple=$1
    shift
    exec env "PATH=$target_rust:$PATH" ${target_flags:+RUSTC_BOOTSTRAP=1} \
        cargo fetch --quiet --locked --target "$triple" ${target_flags:+"$target_flags"} "$@" >&2
)

attempt_wrapper() {
    cat <<END
#!/bin/sh
# Written by ./artifact: the lab starts programs without the environment that cargo needs.
export HOME='$HOME' PATH='$target_rust:/usr/local/bin:/usr/bin:/bin' CARGO_HOME='${CARGO_HOME:-$HOME/.cargo}'
export RUSTUP_HOME='${RUSTUP_HOME:-$HOME/.rustup}' CARGO_TARGET_DIR='$cache/build/attempt-full'
exec '$root/provision/attempt' $1 '$target_flags'
END
}

attempt_fields() {
    field compiler "$("$target_rust/rustc" --version)"
    field profile "$(release_profile "$root/crates/attempt-full/Cargo.toml")"
    field lock_sha256 "$(sha256_of "$root/crates/attempt-full/Cargo.lock")"
    field target "$(target_triple "$1")"
    field standard_library "${target_flags:-as installed}"
}

target_triple() {
    case $1 in
    wasm32-wasip1) echo wasm32-wasip1 ;;
    *) echo "$1-unknown-linux-gnu" ;;
    esac
}

# need_rust_for TARGET: sets target_rust (the folder of a compiler that can build for it) and target_flags (how).
need_rust_for() {
    triple=$(target_triple "$1")
    find_rust_for "$triple" || { install_rust_for "$1" && find_rust_for "$triple"; } || {
        missing "Rust's standard library for $triple" "rustup target add $triple, or on Debian: $(rust_packages_for "$1")"
        return
    }
    [ "$1" != aarch64 ] || need aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
}

# A compiler that has the target's standard library, or the sources to build it from.
find_rust_for() {
    for target_rust in "$rust" /usr/bin; do
        rust_is_new_enough "$target_rust" || continue
        library=$("$target_rust/rustc" --print sysroot)/lib/rustlib
        target_flags=
        [ ! -d "$library/$1" ] || return 0
        target_flags='-Zbuild-std=std,panic_abort'
        [ "$1" != wasm32-wasip1 ] || [ ! -d "$library/src/rust/library" ] || return 0
    done
    return 1
}

rust_packages_for() {
    case $1 in
    aarch64) echo rustc-web cargo-web libstd-rust-web-dev:arm64 libc6-dev:arm64 ;;
    wasm32-wasip1) echo rustc-web cargo-web rust-web-src ;;
    esac
}

# shellcheck disable=SC2046 # Packages are words.
install_rust_for() {
    can_install && have dpkg || return
    [ "$1" != aarch64 ] || allow_foreign_packages arm64 || return
    refresh_package_lists
    package_is_offered rustc-web || return
    install "Rust for $1" $(rust_packages_for "$1")
}

# allow_foreign_packages ARCHITECTURE
allow_foreign_packages() {
    [ "$(dpkg --print-architecture)" = "$1" ] || dpkg --print-foreign-architectures | grep -qx "$1" && return
    as_root dpkg --add-architecture "$1" && package_lists_are_fresh=no
}

# The counter of instructions, where the lab finds it.
place_valgrind() {
    need valgrind valgrind || return
    mkdir -p "$libexec" && ln -sfn "$(command -v valgrind)" "$libexec/valgrind"
}
