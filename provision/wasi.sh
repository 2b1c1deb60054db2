# shellcheck shell=sh
# What a guest for WASI is linked with, and what runs it.
#
# A guest is a reactor: a library that the host calls as often as it likes. Its first object, crt1-reactor.o, exports
# _initialize; without it the linker would run the constructors at each call. An installed standard library brings that
# object, the C library and a linker. One that is built from its sources (target_flags) needs them from elsewhere:
# Debian's C library for WASI is older than the standard library asks for, so it comes out of Zig's sources, compiled.

zig_version=0.17.1
zig_sha256='ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54
b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e'
wasi_library="$cache/wasi-libc-zig-$zig_version"
node_oldest=18

# The linker of the compiler's own LLVM: Debian has one package for each.
wasm_linker() { echo "wasm-ld-$(llvm_version)"; }

llvm_version() { "$target_rust/rustc" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }

# Sets what cannot be in crates/tier-light/.cargo/config.toml, since it depends on the machine.
need_wasi() {
    [ -n "$target_flags" ] || return 0
    need "$(wasm_linker)" "lld-$(llvm_version)" && need_wasi_library
}

# Each part by its path or name, as one array of TOML.
wasi_link_flags() {
    if [ -z "$target_flags" ]; then
        printf '["-Clink-arg=%s/self-contained/crt1-reactor.o"]' "$("$target_rust/rustc" --print target-libdir --target "$triple")"
    else
        printf '["-Clink-self-contained=no", "-Lnative=%s", "-Clink-arg=%s/crt1-reactor.o", ' "$wasi_library" "$wasi_library"
        printf '"-Clink-arg=-lzigc", "-Clink-arg=-lcompiler_rt"]'
    fi
}

# What of it belongs to a guest's key: the versions, not where a machine keeps them.
wasi_inputs() {
    [ -z "$target_flags" ] || printf '%s\n' "$target_flags" "zig $zig_version" "$(wasm_linker)"
}

need_wasi_library() {
    [ -f "$wasi_library/libc.a" ] && return
    need_pip "a C library for WASI" || return
    mkdir -p "$cache" || return
    (
        flock 9
        [ -f "$wasi_library/libc.a" ] || build_wasi_library "$cache/.unfinished-wasi-library"
    ) 9>"$cache/.wasi-library.lock" ||
        missing "a C library for WASI" "the same again, with a network, or: rustup target add $triple"
}

# build_wasi_library FOLDER: the folder, with hundreds of megabytes of Zig, is gone afterwards.
build_wasi_library() {
    rm -rf "$1"
    # shellcheck disable=SC2086 # Hashes are words.
    mkdir -p "$1" && open_wheel "$1" "ziglang==$zig_version" $zig_sha256 && compile_wasi_library "$1" &&
        mv "$1/library" "$wasi_library"
    wasi_library_outcome=$?
    rm -rf "$1"
    return "$wasi_library_outcome"
}

# Zig compiles its C library when it links something; the link line, which it prints, names the files.
compile_wasi_library() (
    say "compiling the C library for WASI (a minute, once)"
    cd "$1" && mkdir library && chmod +x ziglang/zig && echo 'int nothing;' >nothing.c || exit
    ZIG_GLOBAL_CACHE_DIR=$1/objects ZIG_LOCAL_CACHE_DIR=$1/objects ziglang/zig cc -target wasm32-wasi \
        -mexec-model=reactor -v -o nothing.wasm nothing.c >line 2>&1 || { cat line >&2; exit 1; }
    for part in crt1-reactor.o libc.a libzigc.a libcompiler_rt.a; do
        cp "$(grep '^wasm-ld ' line | tr ' ' '\n' | grep "/$part\$")" library/ || exit
    done
)

# The program that runs guests for WASI.
place_tier_wasm() { place_of_host tier-wasm; }

# compile_ahead GUEST: GUEST.cwasm beside GUEST.wasm, machine code for this machine that only a tier-wasm like this one takes.
# None is better than one of another GUEST.wasm.
compile_ahead() {
    compatible=$("$libexec/tier-wasm" compatibility) || return
    code=$({ sha256_of "$libexec/$1.wasm" && echo "$compatible"; } | sha256_of | cut -c 1-32)
    code="$cache/guests/compiled-$1-$code"
    if [ ! -f "$code/$1.cwasm" ]; then
        say "compiling $1.wasm ahead of time"
        mkdir -p "$code" && "$libexec/tier-wasm" compile "$libexec/$1.wasm" "$code/$1.cwasm" >&2 || {
            say "$1.wasm could not be compiled"
            rm -f "$libexec/$1.cwasm"
            return 1
        }
        forget_old "compiled-$1"
    fi
    cmp -s "$code/$1.cwasm" "$libexec/$1.cwasm" || place_file "$code/$1.cwasm" "$1.cwasm"
}

# Another engine for the same files.
place_node() {
    node_is_new_enough || install "Node $node_oldest" nodejs || return
    node_is_new_enough || { missing "Node $node_oldest or newer" "https://nodejs.org"; return; }
    place_link node "$(command -v node)" && place_copy "$root/crates/wasm-guest/node/wasi.mjs" wasi.mjs
}

node_is_new_enough() {
    node_version=$(node --version 2>/dev/null) && version_at_least "${node_version#v}" "$node_oldest.0"
}
