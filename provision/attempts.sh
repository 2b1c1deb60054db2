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
    [ "$1" != aarch64 ] || need_aarch64_linking || return
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
    use_rust_for_target
    triple=$1
    shift
    cargo_in "$root/crates/attempt-full" fetch --quiet --locked --target "$triple" ${target_flags:+"$target_flags"} "$@" >&2
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
