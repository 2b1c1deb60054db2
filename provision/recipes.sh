# shellcheck shell=sh
# What each guest is: the crate, the target and the parts that it is built from. How one is built is in guests.sh.

stock_version=0.5.0

# The version of a RustPython as its own package builds it: the paper's, or the one that the name says.
rustpython_version() {
    case $1 in
    rustpython-stock) echo "$stock_version" ;;
    *) echo "${1#rustpython-}" ;;
    esac
}

# The crate that a guest is built from: the Full guests are builds of one, and so are the Light guests.
guest_crate() {
    case $1 in
    tier-full*) echo tier-full ;;
    tier-light*) echo tier-light ;;
    *) echo "$1" ;;
    esac
}

# The machine it is for.
guest_target() {
    case $1 in
    *-aarch64*) echo aarch64 ;;
    *.wasm) echo wasm32-wasip1 ;;
    *) echo native ;;
    esac
}

# cargo's folder for a guest. Guests that are made of the same parts share one: those that link the same libpython, and
# Light for further processors, which needs the same macros and build scripts. (Not so Light for WASI: with the flag for
# building the standard library, some of those would be built anew each time.)
guest_build_folder() {
    case $1 in
    tier-full-factors | tier-full-plain) echo "$cache/build/tier-full" ;;
    tier-light-aarch64) echo "$cache/build/tier-light" ;;
    *) echo "$cache/build/$1" ;;
    esac
}

# The flags by which a guest's crate is built; also for its tests and lints. With a --target, cargo keeps Light's static
# linking away from its build scripts.
guest_flags() {
    echo --release --locked
    case $1 in
    tier-light* | tier-full-aarch64*) echo --target "$(target_triple "$(guest_target "$1")")" ;;
    esac
    [ "$(guest_target "$1")" = native ] || echo "$target_flags"
}

# The words that follow `cargo`: a guest for WASI is no program but a library that stays up between calls.
guest_build_words() {
    case $1 in
    *.wasm) echo rustc --lib --crate-type cdylib ;;
    tier-light*) echo build ;;
    tier-full-factors) echo build --bin tier-full-factors ;;
    *) echo build --bin tier-full ;;
    esac
}

# What cargo builds, below its folder.
guest_built() {
    case $1 in
    tier-light.wasm) echo wasm32-wasip1/release/tier_light.wasm ;;
    tier-light*) echo "$(target_triple "$(guest_target "$1")")/release/tier-light" ;;
    tier-full-aarch64*) echo "$(target_triple aarch64)/release/tier-full" ;;
    tier-full-factors) echo release/tier-full-factors ;;
    *) echo release/tier-full ;;
    esac
}

# What a guest is linked with: Light wholly statically, the stock build as its own default is.
guest_links() {
    case $1 in
    *.wasm) ;;
    tier-light*) echo -static -lffi ;;
    rustpython-*) echo -lffi ;;
    esac
}

# What a Full guest is linked with.
guest_python_config() {
    case $1 in
    tier-full-shared) printf '%s\n' "$python_shared_config" ;;
    tier-full-aarch64-debian) printf '%s\n' "$debian_python_config" ;;
    tier-full-aarch64) printf '%s\n' "$target_python_config" ;;
    *) printf '%s\n' "$python_config" ;;
    esac
}

# The interpreter that a Full guest is a build of.
guest_python() {
    case $1 in
    tier-full-aarch64-debian) echo "$debian_python" ;;
    tier-full-aarch64) echo target_python ;;
    *) echo "$python" ;;
    esac
}

# "HASH  PATH" of each source file, by paths that are the same in every checkout.
guest_inputs() (
    case $1 in
    rustpython-*)
        echo "rustpython $(rustpython_version "$1")"
        return
        ;;
    esac
    cd "$root" || exit
    inherited_settings
    find "crates/$(guest_crate "$1")" crates/wire crates/tier-api -type f \
        ! -path '*/target/*' ! -path '*/tests/*' ! -name '*.md' | LC_ALL=C sort | xargs sha256sum
)

# What wire and tier-api, which every guest is built with, take over from the workspace. Whatever else the workspace holds is
# the host's own affair.
inherited_settings() {
    inherited=$(sed -n 's/^\([a-z0-9_-]*\)\(\.workspace = true\| = { workspace = true.*\)$/\1/p' \
        crates/wire/Cargo.toml crates/tier-api/Cargo.toml)
    sed -n '/^\[workspace\.package\]/,/^$/p' Cargo.toml
    for setting in $inherited; do
        grep "^$setting = " Cargo.toml
    done | LC_ALL=C sort -u
}

# sys.version carries the time of the build: an interpreter updated in place is another one.
python_inputs() {
    guest_python_config "$1"
    "$(guest_python "$1")" -I -c 'import sys; print(sys.version)'
}

# What comes from elsewhere.
guest_parts() {
    case $1 in
    tier-full*) python_inputs "$1" ;;
    *.wasm) wasi_inputs ;;
    esac
    training_inputs "$1"
}
