# shellcheck shell=sh
# The guests: built once for a set of inputs, kept in the cache, put beside the CLI.
#
# $cache/build/NAME        cargo's own folder, shared by all checkouts
# $cache/guests/NAME-KEY   a finished guest and its NAME.build.json; it appears whole, by a rename
# target/libexec/tiers     what the CLI finds: hard links into the cache (copies where it is on another file system)

guests_kept=6

# Everything that can change a guest is in its key.
guest_key() {
    { guest_inputs "$1" && rustc -vV && guest_parts "$1"; } | sha256sum | cut -c 1-32
}

# guest NAME: in target/libexec/tiers when this returns 0. Two at once wait for each other.
guest() {
    need_rust_for "$(guest_target "$1")" && need_training "$1" || return
    mkdir -p "$cache/build" "$cache/guests" "$libexec" || return
    (
        flock -n 9 || { say "waiting for $1: somebody is building it"; flock 9; }
        use_rust_for_target
        key=$(guest_key "$1") || exit
        finished="$cache/guests/$1-$key"
        guest_is_usable "$1" "$finished/$1" || build_guest "$1" "$finished" || exit
        place "$1" "$finished"
    ) 9>"$(guest_build_folder "$1").lock"
}

# After need_rust_for.
guest_is_finished() (
    use_rust_for_target
    key=$(guest_key "$1") && guest_is_usable "$1" "$cache/guests/$1-$key/$1"
)

# Stock reads its standard library from the registry's folder of sources, which cargo clears out now and then.
guest_is_usable() {
    [ -x "$2" ] || return
    case $1 in rustpython-*) "$2" -c 'import json' 2>/dev/null ;; esac
}

# build_guest NAME FOLDER
build_guest() {
    say "building $1 (minutes, once for these sources and this compiler)"
    need_linking_for "$1" || return
    unfinished="$cache/guests/.unfinished-$1"
    rm -rf "$unfinished" "$2"
    mkdir -p "$unfinished" || return
    case $1 in
    rustpython-*) build_stock "$1" "$unfinished/$1" ;;
    *) build_crate "$1" "$unfinished/$1" ;;
    esac || return
    write_sidecar "$1" "$unfinished/$1.build.json" "$unfinished/$1" || return
    mv "$unfinished" "$2" || return
    forget_old "$1"
}

# Build scripts run here, whatever the target.
# shellcheck disable=SC2046 # The flags are words.
need_linking_for() {
    case $(guest_target "$1") in
    aarch64) need_linking && need_aarch64_linking $(guest_links "$1") ;;
    wasm32-wasip1) need_linking && need_wasi ;;
    *) need_linking $(guest_links "$1") ;;
    esac
}

# guest_cargo NAME ARGS…: cargo as this guest needs it; also for its tests and lints, so that nothing is built twice. How a
# guest for WASI is linked depends on the machine, and is added to what the crate's .cargo/config.toml says.
guest_cargo() (
    name=$1
    shift
    CARGO_TARGET_DIR=$(guest_build_folder "$name")
    export CARGO_TARGET_DIR
    case $name in
    tier-full*)
        PYO3_CONFIG_FILE="$cache/build/pyo3-$(guest_python_config "$name" | sha256sum | cut -c 1-16).config"
        export PYO3_CONFIG_FILE
        [ -f "$PYO3_CONFIG_FILE" ] || guest_python_config "$name" >"$PYO3_CONFIG_FILE" || exit
        ;;
    *.wasm)
        set -- --config "target.$triple.rustflags=$(wasi_link_flags)" "$@"
        [ -z "$target_flags" ] || set -- --config "target.$triple.linker=\"$(wasm_linker)\"" "$@"
        ;;
    esac
    cargo_in "$root/crates/$(guest_crate "$name")" "$@"
)

# A new key means new sources, whatever their times say: cargo goes by those, and a copy may have old ones.
# shellcheck disable=SC2046 # The flags are words.
forget_local_crates() {
    guest_cargo "$1" clean --quiet $(guest_flags "$1") -p "$(guest_crate "$1")" -p wire -p tier-api 2>/dev/null || :
}

# build_crate NAME FILE
build_crate() {
    fetch_crates "$root/crates/$(guest_crate "$1")" "$triple" ${target_flags:+"$target_flags"} || return
    forget_local_crates "$1"
    case $(! is_trained "$1" || means_of "$1") in
    counts) compile_for_counts "$1" && copy_built "$1" "$2" ;;
    layout) build_laid_out "$1" "$2" ;;
    *) build_plain "$1" && copy_built "$1" "$2" ;;
    esac
}

# shellcheck disable=SC2046 # The flags are words.
build_plain() { guest_cargo "$1" $(guest_build_words "$1") $(guest_flags "$1") || build_failed "$1"; }

copy_built() { cp "$(guest_build_folder "$1")/$(guest_built "$1")" "$2"; }

# build_stock NAME FILE: what the paper installed, `cargo install rustpython`, with its own lock and default features. That
# its folder is on PATH keeps cargo from advising to put it there.
build_stock() {
    own_root="$cache/build/$1-root"
    PATH="$PATH:$own_root/bin" patiently cargo install rustpython --version "$(rustpython_version "$1")" --locked --force \
        --root "$own_root" --target-dir "$(guest_build_folder "$1")" >&2 || return
    mv "$own_root/bin/rustpython" "$2"
}

# forget_old NAME: only the newest few of a guest are kept. A key is 32 digits: other names begin alike.
forget_old() {
    digits=????????
    # shellcheck disable=SC2012,SC2086 # The names are ours: no odd characters, and the pattern is one.
    ls -1dt "$cache/guests/$1"-$digits$digits$digits$digits | tail -n +$((guests_kept + 1)) |
        while read -r old; do rm -rf "$old" "$cache/profiles/${old##*/}"; done
}
