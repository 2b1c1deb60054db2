# shellcheck shell=sh
# What is put beside the CLI. Each file appears whole; what is there already stays as it is.

# place NAME FOLDER: a finished guest with its sidecar.
place() {
    cmp -s "$2/$1.build.json" "$libexec/$1.build.json" && [ -x "$libexec/$1" ] && return
    place_file "$2/$1" "$1" && place_file "$2/$1.build.json" "$1.build.json" && say "guest ready: target/libexec/tiers/$1"
}

# place_file FILE NAME: a hard link costs nothing and outlives the cache; where it cannot be had, a copy.
place_file() {
    rm -f "$libexec/.$2"
    { ln "$1" "$libexec/.$2" 2>/dev/null || cp "$1" "$libexec/.$2"; } && mv -f "$libexec/.$2" "$libexec/$2"
}

# place_copy FILE NAME: of a file that may be written anew in place, in the checkout or by cargo.
place_copy() {
    ! cmp -s "$1" "$libexec/$2" || return 0
    mkdir -p "$libexec" && cp "$1" "$libexec/.$2" && mv -f "$libexec/.$2" "$libexec/$2" &&
        say "ready: target/libexec/tiers/$2"
}

# place_link NAME PROGRAM: a program of this machine under the name by which cells know it.
place_link() {
    mkdir -p "$libexec" || return
    if [ "$(readlink "$libexec/$1")" != "$2" ]; then
        rm -f "$libexec/.$1"
        ln -s "$2" "$libexec/.$1" && mv -f "$libexec/.$1" "$libexec/$1" || return
        say "ready: target/libexec/tiers/$1 -> $2"
    fi
    place_sidecar "$1"
}

place_sidecar() {
    write_sidecar "$1" "$libexec/.$1.build.json" && mv -f "$libexec/.$1.build.json" "$libexec/$1.build.json"
}

# place_of_host PROGRAM: one that stands among the guests, but belongs to the host's workspace and is built like the command line.
place_of_host() {
    mkdir -p "$cache/build" "$libexec" || return
    fetch_crates "$root" "$rust_triple" || return
    (
        flock 9
        host_cargo build --quiet --release --locked --workspace --bin "$1" || build_failed "$1" || exit
        place_built "$1"
    ) 9>"$cache/build/host.lock"
}

# place_built PROGRAM: the same, once it is built.
place_built() { place_copy "$cache/build/host/release/$1" "$1" && place_sidecar "$1"; }

# The oracle: a link to the interpreter itself, never to a shim, and what is known of its build.
place_python() { place_link python3 "$python"; }

# The counter of instructions, where the lab finds it.
place_valgrind() { need valgrind valgrind && place_link valgrind "$(command -v valgrind)"; }
