# shellcheck shell=sh
# `./artifact faults`: what `tiers faults` takes the clock away with, and the guests that it asks.

# Where libfaketime is, as crates/faults looks for it.
find_lying_clock() { ls /usr/lib/*/faketime/libfaketime.so.1 /usr/lib64/faketime/libfaketime.so.1 2>/dev/null | grep -q .; }

need_lying_clock() { find_lying_clock || install "a clock that can be made to jump" libfaketime; }

build_contained_light() { place_tier_wasm && guest tier-light.wasm && compile_ahead tier-light; }

# What is missing is named by the verb, which then makes no trials at all: half of them would look like all.
verb_faults() {
    need_rust && begin_guests tier-light && build_cli || exit
    build_guests
    build_contained_light
    need_lying_clock
    exec "$tiers" faults "$@"
}
