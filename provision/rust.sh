# shellcheck shell=sh
# Rust: the one on PATH or rustup's if it is new enough, else the distribution's.

# What the crates themselves ask for is the only place that names the version.
rust_floor() { sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$root/Cargo.toml"; }

rust_is_new_enough() {
    version=$("$1/rustc" --version 2>/dev/null) && [ -x "$1/cargo" ] || return 1
    version=${version#rustc }
    version_at_least "${version%% *}" "$(rust_floor)"
}

# Prints the folder of a compiler that will do.
find_rust() {
    on_path=$(command -v rustc) || on_path=
    for folder in "${on_path%/rustc}" "${CARGO_HOME:-$HOME/.cargo}/bin" /usr/bin; do
        [ -n "$folder" ] && rust_is_new_enough "$folder" && echo "$folder" && return
    done
    return 1
}

rust_hint() { echo "install rustup (https://rustup.rs), then: rustup toolchain install stable"; }

# Debian names its current compiler, kept for browsers, rustc-web.
install_rust() {
    can_install || return
    refresh_package_lists
    package_is_offered rustc-web || return
    install "Rust $(rust_floor)" rustc-web cargo-web
}

need_rust() {
    find_rust >/dev/null || install_rust
    rust=$(find_rust) || { missing "Rust $(rust_floor) or newer" "$(rust_hint)"; return; }
    [ "$(command -v cargo)" = "$rust/cargo" ] || PATH="$rust:$PATH"
    # Flags of the caller's own would replace the guests' (crates/*/.cargo/config.toml) and go unrecorded.
    unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET CARGO_TARGET_DIR
    export PATH
    rust_triple=$(rustc -vV | sed -n 's/^host: //p')
}

# fetch_crates FOLDER TRIPLE FLAGS…: what its Cargo.lock names; nothing is asked of the registry if it is all there.
fetch_crates() {
    crates=$1
    shift
    problem=$(cargo_in "$crates" fetch --quiet --locked --offline --target "$@" 2>&1) && return
    case $problem in *"--locked was passed"*) say "${crates##*/}/Cargo.lock does not fit its Cargo.toml"; return 1 ;; esac
    say "fetching crates for ${crates##*/}"
    patiently cargo_in "$crates" fetch --locked --target "$@" && return
    say "the crate registry is out of reach: going on with what is there"
    CARGO_NET_OFFLINE=true
    export CARGO_NET_OFFLINE
}

# build_failed WHAT: a build that had to do without the registry lacks crates; any other is broken.
build_failed() {
    [ "${CARGO_NET_OFFLINE:-}" = true ] && { missing "$1" "the same again, with a network"; return; }
    say "$1 could not be built"
    return 1
}

# cargo_in FOLDER ARGS…: in the folder, so that its .cargo/config.toml holds. Cargo's own talk is on stderr already.
cargo_in() (
    cd "$1" || exit
    shift
    exec cargo "$@"
)

# cargo_install PROGRAM VERSION: a tool from the registry, into the cache; it appears there only when it is whole.
cargo_install() {
    [ -x "$cache/tools/bin/$1" ] && return
    say "installing $1 $2 with cargo"
    patiently cargo install "$1" --version "$2" --locked --root "$cache/tools" --target-dir "$cache/build/tools" >&2 ||
        missing "$1" "cargo install $1 --version $2 --locked"
}
