# shellcheck shell=sh
# Guests begun before their turn. Light takes longest of all that is built, and while it is compiled and linked one
# processor often stands idle. So its guests are built in the background, one after the other, while the rest is built here.
# When the turn of one comes, `guest` waits for the lock of its folder and finds it finished; where it failed, it is built
# once more and says why.

# Two linkers of Light at once, and what else is compiled.
ahead_memory_kib=$((6 * 1024 * 1024))

begun=

# Light for each target.
begin_light() { begin_guests tier-light tier-light-aarch64 tier-light.wasm; }

# begin_guests NAME…: those that are not finished yet. Nothing is begun that this machine lacks something for: its turn comes.
begin_guests() {
    [ -z "$begun" ] && has_memory_ahead && have setsid || return 0
    ahead=
    for name in "$@"; do
        ! can_begin "$name" || ahead="$ahead $name"
    done
    [ -n "$ahead" ] || return 0
    mkdir -p "$cache/build" || return
    say "building in the background:$ahead (what it says: $cache/build/ahead.log)"
    # A session of its own, so that all of it can be ended. The names are words.
    # shellcheck disable=SC2016,SC2086
    setsid sh -c 'artifact=$1; shift; for name; do "$artifact" only "$name"; done' sh "$self" $ahead \
        >"$cache/build/ahead.log" 2>&1 &
    begun=$!
    trap end_begun EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

end_begun() { kill -- "-$begun" 2>/dev/null || :; }

# What has to be installed is installed here: two that install at once would stand in each other's way.
can_begin() {
    need_rust_for "$(guest_target "$1")" && need_training "$1" && ! guest_is_finished "$1" && need_linking_for "$1"
}

has_memory_ahead() {
    available_kib=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo 2>/dev/null)
    [ "${available_kib:-0}" -ge "$ahead_memory_kib" ]
}
