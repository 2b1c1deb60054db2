# shellcheck shell=sh
# How the scripts talk and try. What they say goes to stderr: stdout belongs to the verb that runs in the end.

# The exit statuses of this command; the verb's own status passes through untouched.
status_usage=2
status_not_provisioned=3

# A registry can be out of reach for a while: how often to ask, and how long to wait between two tries.
try_count=3
try_pause_s=20

say() { printf 'artifact: %s\n' "$*" >&2; }

hint() { printf '  hint: %s\n' "$*" >&2; }

# missing WHAT HINT: says what this machine lacks and what would bring it.
missing() {
    say "not provisioned: $1"
    hint "$2"
    return "$status_not_provisioned"
}

have() { command -v "$1" >/dev/null 2>&1; }

# patiently COMMAND…: runs it until it succeeds, a bounded number of times.
patiently() {
    try=1
    until "$@"; do
        [ "$try" -lt "$try_count" ] || return 1
        say "try $try of $try_count failed: $1; again in $try_pause_s s"
        sleep "$try_pause_s"
        try=$((try + 1))
    done
}

# version_at_least HAVE WANT: compares "1.95.0" with "1.93" by major and minor number.
version_at_least() {
    have_minor=${1#*.}
    want_minor=${2#*.}
    if [ "${1%%.*}" -ne "${2%%.*}" ]; then
        [ "${1%%.*}" -gt "${2%%.*}" ]
    else
        [ "${have_minor%%.*}" -ge "${want_minor%%.*}" ]
    fi
}

# A JSON string, quotes included, of one line of text.
json_string() { printf '"%s"' "$(printf '%s' "$1" | tr '\n\t' '  ' | sed 's/[\\"]/\\&/g')"; }

sha256_of() { sha256sum "$@" | cut -d ' ' -f 1; }
