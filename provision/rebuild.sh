# shellcheck shell=sh
# `./artifact rebuild [GUEST…]`: builds every guest, or those, twice more, each time from an empty cache and a fresh clone, and
# compares what comes out.
#
# Compilers write the names of folders into programs, and cargo mixes them into the names of symbols. So the second build is made
# in other folders than the first, mounted under the first's names for the builder alone: it must give the same bytes. Of the
# guests that are here already, built under other names, it is told which of their parts differ from the first's. What a guest was
# trained on counts as a source: the second is built for the counts of the first.

rebuilt_guests="tier-full tier-full-plain tier-full-factors tier-full-shared tier-light tier-light-aarch64 tier-light.wasm
    tier-full-aarch64-debian tier-full.component.wasm"

# Mounts of its own take a privilege; within a user namespace of one's own one has it.
alone() { if [ "$(id -u)" = 0 ]; then unshare --mount "$@"; else unshare --mount --map-root-user "$@"; fi; }

# fresh FOLDER: a clone and an empty cache.
fresh() {
    rm -rf "$1"
    mkdir -p "$1/cache" && git clone --quiet "$root" "$1/source"
}

# shellcheck disable=SC2016 # The inner shell's words.
# build_each, FOLDER GUESTS: each guest; one that cannot be had leaves the others. Run with mounts of its own it is a shell of its own.
build_each='cd "$1/source" || exit
TIERS_CACHE="$1/cache"
export TIERS_CACHE
for guest in $2; do ./artifact only "$guest" || echo "artifact: $guest cannot be built here" >&2; done'

verb_rebuild() {
    for guest in "$@"; do
        case " $(echo $rebuilt_guests) " in
        *" $guest "*) ;;
        *) usage_error "$guest is not built again; these are: $(echo $rebuilt_guests)" ;;
        esac
    done
    [ $# -eq 0 ] || rebuilt_guests=$*
    need_rust && build_cli || return
    first="$cache/rebuilt/first"
    second="$cache/rebuilt/second"
    say "building from nothing (as long as the first time): $(echo $rebuilt_guests)"
    fresh "$first" && sh -c "$build_each" sh "$first" "$rebuilt_guests" || return
    say "building from nothing once more, in other folders under the same names"
    fresh "$second" && { [ ! -d "$first/cache/profiles" ] || cp -r "$first/cache/profiles" "$second/cache/"; } || return
    alone sh -c 'mount --bind "$3" "$1" || exit
'"$build_each" sh "$first" "$rebuilt_guests" "$second" || return
    "$tiers" rebuilt same "$first/source/target/libexec/tiers" "$second/source/target/libexec/tiers" &&
        "$tiers" rebuilt other "$libexec" "$first/source/target/libexec/tiers"
}
