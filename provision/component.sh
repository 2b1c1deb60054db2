# shellcheck shell=sh
# CPython on WASI: what componentize-py carries, made into components with the guest of crates/tier-full-component. The
# version of componentize-py decides which CPython that is.
#
# tier-full.component.wasm      CPython 3.12: Full on WASI
# python3.14.component.wasm     CPython 3.14, the version that RustPython 0.5.0 says it is: it tells what differs because
#                               the versions do
#
# $cache/componentize-py-VERSION     the two wheels that it takes, opened
# $cache/guests/NAME-KEY             the component and its sidecar, as for any guest

components='tier-full.component.wasm python3.14.component.wasm'
wat_reader_version=45.0.0
wat_reader_sha256='5d1416ec6da8cd87c29e2e9eb074358c91839c2fff971fe428c8921eaae68e73
a499f6ab0eebb70dca83d6a4904b743cd122f322af3abe86af08ad753533d946'

# about_component NAME: sets what is particular to it.
about_component() {
    component=$1
    case $1 in
    tier-full.component.wasm)
        component_python=3.12
        componentize_version=0.17.0
        componentize_sha256='f96d10d373fa29efb4e0d82248e968b091b641c1c9333e36c86e70cb2a07a79c
15ebfd32389682f28603b157e1cdf7d51c580c41505c8e782771e8d065892c32'
        ;;
    python3.14.component.wasm)
        component_python=3.14
        componentize_version=0.25.1
        componentize_sha256='8623cd8cab8453cb0cd8bf03f3c7103420d06f2f3d360186a280a70a1ca5e89f
7b6a87c520358166843af0daa86d2312d7af4cbcbbf1e598951085cf7f2991ca'
        ;;
    esac
    component_tools="$cache/componentize-py-$componentize_version"
}

# place_component NAME: in target/libexec/tiers when this returns 0. Takes tier-wasm, which is to be there.
place_component() {
    about_component "$1"
    mkdir -p "$cache/guests" "$libexec" || return
    (
        flock 9
        finished="$cache/guests/$component-$(component_inputs | sha256sum | cut -c 1-32)"
        [ -x "$finished/$component" ] || make_component "$finished" || exit
        place "$component" "$finished"
    ) 9>"$cache/guests/.$component.lock"
}

# Everything that can change it.
component_inputs() {
    component_sources
    printf '%s\n' "componentize-py $componentize_version" "wasmtime $wat_reader_version"
}

# "HASH  PATH" of each source file, by paths that are the same in every checkout.
component_sources() (
    cd "$root" && find crates/tier-full-component -type f ! -path '*/__pycache__/*' | LC_ALL=C sort | xargs sha256sum
)

# make_component FOLDER: it appears whole, with a component that runs.
make_component() {
    need_component_tools || return
    say "making $component (a minute, once for these sources)"
    unfinished="$cache/guests/.unfinished-$component"
    rm -rf "$unfinished" "$1"
    mkdir -p "$unfinished" || return
    componentize "$unfinished/$component" && describe_component "$unfinished" "${1##*-}" || return
    mv "$unfinished" "$1" && forget_old "$component"
}

# componentize FILE
componentize() {
    PYTHONPATH=$component_tools "$pip_python" -B "$root/crates/tier-full-component/make.py" "$1" "$component_python" >&2 && chmod +x "$1"
}

# describe_component FOLDER KEY: one that cannot say what it is does not run.
describe_component() {
    "$libexec/tier-wasm" compile "$1/$component" "$1/${component%.wasm}.cwasm" &&
        said=$("$libexec/tier-wasm" "$1/$component" exec "$root/crates/tier-full-component/describe.py") &&
        rm "$1/${component%.wasm}.cwasm" && { component_fields "$said" "$2" && digest_field "$1/$component"; } |
        json_object >"$1/$component.build.json"
}

# component_fields LINES KEY: LINES are what it said.
component_fields() {
    printf '%s\n' "$1"
    field linkage static
    field target "WASI 0.2 component"
    field componentize_py "$componentize_version"
    field source_sha256 "$(component_sources | sha256_of)"
    field key "$2"
}

need_component_tools() {
    need_pip "componentize-py $componentize_version" || return
    [ ! -d "$component_tools" ] || return 0
    component_wheels="$cache/.unfinished-componentize-py"
    rm -rf "$component_wheels"
    if open_component_wheels "$component_wheels"; then
        mv "$component_wheels" "$component_tools"
    else
        rm -rf "$component_wheels"
        missing "componentize-py $componentize_version" "the same again, with a network, on Linux with glibc: x86_64 or aarch64"
    fi
}

# open_component_wheels FOLDER
# shellcheck disable=SC2086 # Hashes are words.
open_component_wheels() {
    open_wheel "$1" "componentize-py==$componentize_version" $componentize_sha256 &&
        open_wheel "$1" "wasmtime==$wat_reader_version" $wat_reader_sha256
}
