# shellcheck shell=sh
# `./artifact browse`: the book in a browser, as provision/browse/browse.mjs looks at it. The browser is the distribution's;
# what drives it comes from npm, as provision/browse/package-lock.json pins it.

# The names by which Chromium goes; any of them will do.
find_browser() { command -v chromium || command -v chromium-browser; }

# Where the pinned packages are, once they are there.
browse_packages() { echo "$cache/browse-$(sha256_of "$root/provision/browse/package-lock.json" | cut -c 1-32)"; }

need_browser() {
    find_browser >/dev/null || install "a browser" chromium
    browser=$(find_browser) || missing "a browser" "apt-get install chromium"
}

need_browse_packages() {
    node_is_new_enough || install "Node $node_oldest" nodejs || return
    browse=$(browse_packages)
    [ ! -d "$browse" ] || return 0
    need npm npm || return
    say "fetching what drives the browser from npm"
    unfinished="$cache/.unfinished-browse"
    rm -rf "$unfinished"
    mkdir -p "$unfinished" && cp "$root"/provision/browse/package*.json "$unfinished/" || return
    patiently npm_ci "$unfinished" || { missing "axe-core and playwright-core" "the same again, with a network"; return; }
    mv "$unfinished" "$browse"
}

# Scripts of packages do not run: playwright-core would fetch browsers of its own.
npm_ci() (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)

# browse_book BOOK [SHOTS | --first-view]
browse_book() {
    cp "$root/provision/browse/browse.mjs" "$browse/browse.mjs" && node "$browse/browse.mjs" "$1" "$browser" "${2-}"
}

# Builds the book of the reference run and looks at it.
verb_browse() {
    [ $# -le 1 ] || usage_error "browse takes nothing, --first-view, or a folder for pictures"
    need_rust && need_browser && need_browse_packages && build_cli || return
    looked_at="$cache/build/browse"
    "$tiers" report --results "$root/results/reference" --out "$looked_at" && browse_book "$looked_at" "${1-}"
}

# As a part of `./artifact test`, where minutes count: the first view alone. A machine on which no browser can be had says so, and
# everything else is tested.
browsed() {
    browse_status=0
    verb_browse --first-view || browse_status=$?
    [ "$browse_status" -ne "$status_not_provisioned" ] || browse_status=$status_left_out
    return "$browse_status"
}
