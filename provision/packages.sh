# shellcheck shell=sh
# The distribution's packages. apt downloads everything before it unpacks anything, so nothing is half-installed.

package_lists_are_fresh=no

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Whether packages can be installed here at all: `doctor` never does, and without a terminal sudo must not ask.
can_install() {
    [ "${TIERS_INSTALL:-yes}" = yes ] && have apt-get || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" >&2; }

refresh_package_lists() {
    [ "$package_lists_are_fresh" = no ] || return 0
    package_lists_are_fresh=yes
    patiently apt -o APT::Update::Error-Mode=any update || say "the package lists are old: going on with what is there"
}

# Whether the package lists at hand offer a package; "(none)" stands for a name that is only referred to.
package_is_offered() {
    have apt-cache && apt-cache policy "$1" 2>/dev/null | grep '^  Candidate:' | grep -qv '(none)'
}

# install WHY PACKAGE…
install() {
    why=$1
    shift
    can_install || { missing "$why" "as root: apt-get install $*"; return; }
    say "installing for $why: $*"
    refresh_package_lists
    patiently apt install -y --no-install-recommends "$@" || missing "$why" "as root: apt-get install $*"
}

# need PROGRAM PACKAGE…: the program, if need be from the first of these packages that is offered here.
need() {
    program=$1
    shift
    have "$program" || install "$program" "$@"
}

# links FLAGS…: whether a C program can be linked with them.
links() { echo 'int main(void) { return 0; }' | cc -x c - "$@" -o /dev/null 2>/dev/null; }

# need_linking FLAGS…
need_linking() {
    links "$@" || install "a C compiler, libc and libffi" gcc libc6-dev libffi-dev pkg-config make
}
