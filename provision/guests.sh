# shellcheck shell=sh
# The guests: built once for a set of inputs, kept in the cache, put beside the CLI.
#
# $cache/build/NAME        cargo's own folder, shared by all checkouts
# $cache/guests/NAME-KEY   a finished guest and its NAME.build.json; it appears whole, by a rename
# target/libexec/tiers     what the CLI finds: hard links into the cache (copies where it is on another file system)

stock_version=0.5.0
guests_kept=6

# Everything that can change a guest is in its key.
guest_key() {
    { guest_inputs "$1" && rustc -vV && case $1 in tier-full*) python_inputs "$1" ;; esac; } | sha256sum | cut -c 1-32
}

# The crate that a guest is built from: the Full guests are builds of one.
guest_crate() {
    case $1 in
    tier-full*) echo tier-full ;;
    *) echo "$1" ;;
    esac
}

# The program among those of its crate.
guest_program() {
    case $1 in
    tier-full-shared) echo tier-full ;;
    *) echo "$1" ;;
    esac
}

# What a Full guest is linked with.
guest_python_config() {
    case $1 in
    tier-full-shared) printf '%s\n' "$python_shared_config" ;;
    *) printf '%s\n' "$python_config" ;;
    esac
}

# cargo's folder for a guest. The two Full guests that link the same libpython share one.
guest_build_folder() {
    case $1 in
    tier-full-factors) echo "$cache/build/tier-full" ;;
    *) echo "$cache/build/$1" ;;
    esac
}

# "HASH  PATH" of each source file, by paths that are the same in every checkout.
guest_inputs() (
    if [ "$1" = rustpython-stock ]; then
        echo "rustpython $stock_version"
        return
    fi
    cd "$root" || exit
    find Cargo.toml "crates/$(guest_crate "$1")" crates/wire crates/tier-api -type f \
        ! -path '*/target/*' ! -path '*/tests/*' ! -name '*.md' | LC_ALL=C sort | xargs sha256sum
)

# sys.version carries the time of the build: an interpreter updated in place is another one.
python_inputs() {
    guest_python_config "$1"
    "$python" -I -c 'import sys; print(sys.version)'
}

# guest NAME: in target/libexec/tiers when this returns 0. Two at once wait for each other.
guest() {
    mkdir -p "$cache/build" "$cache/guests" "$libexec" || return
    (
        flock 9
        key=$(guest_key "$1") || exit
        finished="$cache/guests/$1-$key"
        guest_is_usable "$1" "$finished/$1" || build_guest "$1" "$finished" || exit
        place "$1" "$finished"
    ) 9>"$(guest_build_folder "$1").lock"
}

# Stock reads its standard library from the registry's folder of sources, which cargo clears out now and then.
guest_is_usable() {
    [ -x "$2" ] || return
    [ "$1" != rustpython-stock ] || "$2" -c 'import json' 2>/dev/null
}

# build_guest NAME FOLDER
build_guest() {
    say "building $1 (minutes, once for these sources and this compiler)"
    # shellcheck disable=SC2046 # The flags are words.
    need_linking $(guest_links "$1") || return
    unfinished="$cache/guests/.unfinished-$1"
    rm -rf "$unfinished" "$2"
    mkdir -p "$unfinished" || return
    case $1 in
    rustpython-stock) build_stock "$unfinished/$1" ;;
    *) build_crate "$1" "$unfinished/$1" ;;
    esac || return
    write_sidecar "$1" "$unfinished/$1.build.json" || return
    mv "$unfinished" "$2" || return
    forget_old "$1"
}

# guest_cargo NAME ARGS…: cargo as this guest needs it; also for its tests and lints, so that nothing is built twice.
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
    esac
    cargo_in "$root/crates/$(guest_crate "$name")" "$@"
)

# What a guest is linked with: Light wholly statically, the stock build as its own default is.
guest_links() {
    case $1 in
    tier-light) echo -static -lffi ;;
    rustpython-stock) echo -lffi ;;
    esac
}

# A new key means new sources, whatever their times say: cargo goes by those, and a copy may have old ones.
# shellcheck disable=SC2046 # The flags are words.
forget_local_crates() {
    guest_cargo "$1" clean --quiet $(guest_flags "$1") -p "$(guest_crate "$1")" -p wire -p tier-api 2>/dev/null || :
}

# The flags by which a guest is built. With a --target, cargo keeps Light's static linking away from its build scripts.
guest_flags() {
    echo --release --locked
    [ "$1" != tier-light ] || echo --target "$rust_triple"
}

# shellcheck disable=SC2046 # The flags are words.
build_crate() {
    fetch_crates "$root/crates/$(guest_crate "$1")" || return
    forget_local_crates "$1"
    guest_cargo "$1" build $(guest_flags "$1") || build_failed "$1" || return
    built="$(guest_build_folder "$1")/release/$(guest_program "$1")"
    [ "$1" != tier-light ] || built="$cache/build/$1/$rust_triple/release/$1"
    cp "$built" "$2"
}

# build_stock FILE: what the paper installed, `cargo install rustpython`, with its own lock and default features. That
# its folder is on PATH keeps cargo from advising to put it there.
build_stock() {
    own_root="$cache/build/rustpython-stock-root"
    PATH="$PATH:$own_root/bin" patiently cargo install rustpython --version "$stock_version" --locked --force \
        --root "$own_root" --target-dir "$cache/build/rustpython-stock" >&2 || return
    mv "$own_root/bin/rustpython" "$1"
}

# A hard link costs nothing and outlives the cache; where it cannot be had, a copy.
place() {
    cmp -s "$2/$1.build.json" "$libexec/$1.build.json" && [ -x "$libexec/$1" ] && return
    for file in "$1" "$1.build.json"; do
        rm -f "$libexec/.$file"
        { ln "$2/$file" "$libexec/.$file" 2>/dev/null || cp "$2/$file" "$libexec/.$file"; } &&
            mv -f "$libexec/.$file" "$libexec/$file" || return
    done
    say "guest ready: target/libexec/tiers/$1"
}

# forget_old NAME: only the newest few of a guest are kept.
forget_old() {
    # shellcheck disable=SC2012 # The names are ours: no odd characters.
    ls -1dt "$cache/guests/$1"-* | tail -n +$((guests_kept + 1)) | while read -r old; do rm -rf "$old"; done
}

# The oracle: a link to the interpreter itself, never to a shim, and what is known of its build.
place_python() {
    mkdir -p "$libexec" || return
    if [ "$(readlink "$libexec/python3")" != "$python" ]; then
        rm -f "$libexec/.python3"
        ln -s "$python" "$libexec/.python3" && mv -f "$libexec/.python3" "$libexec/python3" || return
        say "guest ready: target/libexec/tiers/python3 -> $python"
    fi
    write_sidecar python3 "$libexec/.python3.build.json" &&
        mv -f "$libexec/.python3.build.json" "$libexec/python3.build.json"
}
