"""Says how to link the CPython that runs this script statically into tier-full.

Prints the text of a PYO3_CONFIG_FILE. Ends with status 3 where this CPython cannot be linked that way:

    python3.12 link.py >/absolute/path/to/pyo3.config
    PYO3_CONFIG_FILE=/absolute/path/to/pyo3.config cargo build --release
"""

import os
import struct
import sys
import sysconfig

NOT_POSSIBLE = 3
OLDEST = (3, 11)  # the first whose PyConfig has safe_path
BUILD_FLAGS = ("Py_DEBUG", "Py_REF_DEBUG", "Py_TRACE_REFS", "COUNT_ALLOCS", "Py_GIL_DISABLED")


def variable(name):
    """Returns a variable of this CPython's build, "" where it has no such variable."""
    return sysconfig.get_config_var(name) or ""


def obstacle():
    """Returns why this interpreter cannot be linked statically, or None."""
    if sys.implementation.name != "cpython":
        return f"{sys.executable} is {sys.implementation.name}, not CPython"
    if sys.version_info < OLDEST:
        return f"CPython {sys.version.split()[0]} is older than {OLDEST[0]}.{OLDEST[1]}"
    if not os.path.isfile(library()):
        return (
            f"CPython {sys.version.split()[0]} of {sys.base_prefix} has no static library: "
            f"{library()} does not exist (Debian and Ubuntu have it in python{short_version()}-dev)"
        )
    return None


def short_version():
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def library():
    return os.path.join(variable("LIBPL"), variable("LIBRARY"))


def other_libraries():
    """Returns build script lines for the libraries that libpython itself was linked with."""
    words = " ".join(map(variable, ("MODLIBS", "LIBS", "SYSLIBS"))).split()
    lines = []
    for word in words:
        if word.startswith("-L"):
            lines.append(f"cargo:rustc-link-search=native={word[2:]}")
        elif word.startswith("-l"):
            lines.append(f"cargo:rustc-link-lib={word[2:]}")
    return list(dict.fromkeys(lines))


def link_lines():
    # All of libpython, not only what the guest itself calls: extension modules resolve their symbols against the guest.
    name = variable("LIBRARY").removeprefix("lib").removesuffix(".a")
    yield f"cargo:rustc-link-search=native={variable('LIBPL')}"
    yield f"cargo:rustc-link-lib=static:+whole-archive,-bundle={name}"
    yield from other_libraries()


def config():
    """Returns the lines of the PYO3_CONFIG_FILE."""
    flags = [flag for flag in BUILD_FLAGS if variable(flag)]
    yield "implementation=CPython"
    yield f"version={short_version()}"
    yield "shared=false"
    yield f"lib_name={variable('LIBRARY').removeprefix('lib').removesuffix('.a')}"
    yield f"lib_dir={variable('LIBPL')}"
    yield f"executable={getattr(sys, '_base_executable', None) or sys.executable}"
    yield f"pointer_width={struct.calcsize('P') * 8}"
    if flags:
        yield f"build_flags={','.join(flags)}"
    # pyo3's own line would link only the objects that the guest refers to.
    yield "suppress_build_script_link_lines=true"
    for line in link_lines():
        yield f"extra_build_script_line={line}"
    # Not for pyo3: tier-full's build script looks for this one (metadata that no other crate reads).
    yield f"extra_build_script_line=cargo:home={sys.base_prefix}"


def main():
    problem = obstacle()
    if problem:
        print(f"link.py: {problem}", file=sys.stderr)
        return NOT_POSSIBLE
    print("\n".join(config()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
