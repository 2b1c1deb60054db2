# shellcheck shell=sh
# CPython with its static library: the Full tier is linked into it, and it is the oracle.

python_wanted=3.12

# The pyo3 configuration of an interpreter; fails where it has no static library.
python_link() { [ -x "$1" ] && "$1" -I "$root/crates/tier-full/link.py" 2>/dev/null; }

python_links() { python_link "$1" >/dev/null; }

python_version() { "$1" -I -c 'import platform; print(platform.python_version())'; }

# first_that_links INTERPRETER…
first_that_links() {
    for candidate; do
        python_links "$candidate" && echo "$candidate" && return
    done
    return 1
}

# Interpreters that pyenv built, newest first: the real ones, since a shim answers for another version from folder to folder.
pyenv_pythons() {
    for folder in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/$1; do
        [ -x "$folder/bin/python3" ] && echo "${folder##*/}"
    done | sort -t . -k 2,2nr -k 3,3nr | while read -r version; do
        echo "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version/bin/python${version%.*}"
    done
}

distribution_pythons() {
    for name in "$@"; do
        for folder in /usr/bin /usr/local/bin; do [ -x "$folder/$name" ] && echo "$folder/$name"; done
    done
}

uv_python() { have uv && uv python find "$python_wanted" 2>/dev/null; }

# shellcheck disable=SC2046 # A path with a space in it cannot be an interpreter that cargo links with.
find_wanted_python() {
    if [ -n "${PYO3_PYTHON:-}" ]; then
        named=$(command -v "$PYO3_PYTHON") && first_that_links "$named" && return
        say "PYO3_PYTHON=$PYO3_PYTHON has no static library: looking further"
    fi
    first_that_links $(pyenv_pythons "$python_wanted.*") $(distribution_pythons "python$python_wanted") $(uv_python)
}

# Any other CPython will do for a run that says so on every page.
# shellcheck disable=SC2046
find_other_python() {
    first_that_links $(distribution_pythons python3) $(pyenv_pythons '3.*')
}

find_python() { find_wanted_python || find_other_python; }

# The distribution's CPython with its static library: the wanted version where it is offered, else its own. Where
# another version already serves, the package lists stay as they are: asked twice, nothing is done twice.
install_python() {
    can_install || return
    find_other_python >/dev/null || refresh_package_lists
    if package_is_offered "python$python_wanted-dev"; then
        install "CPython $python_wanted" "python$python_wanted" "python$python_wanted-dev"
    elif ! find_other_python >/dev/null; then
        install_default_python
    fi
}

install_default_python() {
    need python3 python3 || return
    default=$(/usr/bin/python3 -I -c 'import sys; print("python%d.%d" % sys.version_info[:2])') || return
    install "CPython's static library" "$default-dev" "lib$default-dev"
}

python_hint() {
    echo "install CPython $python_wanted with its static library: python$python_wanted-dev, pyenv or uv; or set PYO3_PYTHON"
}

# Sets python_shared_config: what the Full guest is linked with where it shares the libpython of its python3.
need_shared_python() {
    python_shared_config=$("$python" -I "$root/crates/tier-full/link.py" --shared 2>/dev/null) ||
        missing "CPython's shared library beside its static one" "a CPython that was built with --enable-shared"
}

# Sets python and python_config (what the Full guests are linked with).
need_python() {
    python=$(find_wanted_python) || { install_python; python=$(find_python); } ||
        { missing "CPython with its static library" "$(python_hint)"; return; }
    python_config=$(python_link "$python")
    case $(python_version "$python") in
    "$python_wanted".*) return 0 ;;
    esac
    say "WARNING: the oracle is CPython $(python_version "$python"), not $python_wanted: claims are not measurable here"
    hint "$(python_hint)"
}
