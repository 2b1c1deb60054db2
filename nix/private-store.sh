# shellcheck shell=sh
# A store, a state and a cache of Nix's own inside the cache of ./artifact: no root is needed and /nix stays as it is.

TIERS_CACHE=${TIERS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tiers}
NIX_STORE_DIR=$TIERS_CACHE/nix/store
NIX_STATE_DIR=$TIERS_CACHE/nix/state
NIX_LOG_DIR=$TIERS_CACHE/nix/log
NIX_CONF_DIR=$TIERS_CACHE/nix/etc
XDG_CACHE_HOME=$TIERS_CACHE/nix/cache
export TIERS_CACHE NIX_STORE_DIR NIX_STATE_DIR NIX_LOG_DIR NIX_CONF_DIR XDG_CACHE_HOME
mkdir -p "$NIX_STORE_DIR" "$NIX_STATE_DIR" "$NIX_LOG_DIR" "$NIX_CONF_DIR" "$XDG_CACHE_HOME" || exit

command -v nix >/dev/null || {
    echo "not provisioned: nix (as root: apt-get install nix-bin)" >&2
    exit 3
}
