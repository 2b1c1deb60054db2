"""Says how to link the CPython that runs this script into tier-full: statically, or with --shared as a shared library.

Prints the text of a PYO3_CONFIG_FILE. Ends with status 3 where this CPython cannot be linked that way:

    python3.12 link.py >/absolute/path/to/pyo3.config
    PYO3_CONFIG_FILE=/absolute/path/to/pyo3.config cargo build --release
"""

import os
import struct
import subprocess
import sys
import sysconfig

NOT_POSSIBLE = 3
OLDEST = (3, 11)  # the first whose PyConfig has safe_path
BUILD_FLAGS = ("Py_DEBUG", "Py_REF_DEBUG", "Py_TRACE_REFS", "COUNT_ALLOCS", "Py_GIL_DISABLED")
USAGE = "usage: link.py [--shared]"


def variable(name):
    """Returns a variable of this CPython's build, "" where it has no such variable."""
    return sysconfig.get_config_var(name) or ""


def version():
    return sys.version.split()[0]


def short_version():
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def executable():
    return getattr(sys, "_base_executable", None) or sys.executable


def home():
    """Returns where the library is: this CPython's, or the one's that it describes for another machine."""
    if "_PYTHON_SYSCONFIGDATA_NAME" in os.environ:
        return os.path.dirname(os.path.dirname(variable("LIBDEST")))
    return sys.base_prefix


def paths():
    """Returns what sys.path is without site."""
    say = "import os, sys; print(os.pathsep.join(sys.path))"
    own = subprocess.check_output([executable(), "-I", "-S", "-c", say], text=True).strip()
    return own.replace(sys.base_prefix, home())


class Static:
    """The whole of libpython, copied into the program."""

    shared = "false"
    folder = variable("LIBPL")
    name = variable("LIBRARY").removeprefix("lib").removesuffix(".a")

    def obstacle(self):
        """Returns why this interpreter cannot be linked this way, or None."""
        library = os.path.join(self.folder, variable("LIBRARY"))
        if os.path.isfile(library):
            return None
        return (
            f"CPython {version()} of {sys.base_prefix} has no static library: {library} does not exist "
            f"(Debian and Ubuntu have it in python{short_version()}-dev)"
        )

    def lines(self):
        # All of libpython, not only what the guest calls: extension modules resolve their symbols against the guest.
        yield f"cargo:rustc-link-search=native={self.folder}"
        yield f"cargo:rustc-link-lib=static:+whole-archive,-bundle={self.name}"
        yield from self.other_libraries()

    def other_libraries(self):
        """Returns the libraries that libpython itself was linked with."""
        lines = []
        for word in " ".join(map(variable, ("MODLIBS", "LIBS", "SYSLIBS"))).split():
            if word.startswith("-L"):
                lines.append(f"cargo:rustc-link-search=native={word[2:]}")
            elif word.startswith("-l"):
                lines.append(f"cargo:rustc-link-lib={word[2:]}")
        return list(dict.fromkeys(lines))


class Shared:
    """libpython as a library that is loaded with the program."""

    shared = "true"
    folder = variable("LIBDIR")
    name = variable("LDLIBRARY").removeprefix("lib").removesuffix(".so")

    def obstacle(self):
        """Returns why this interpreter cannot be linked this way, or None."""
        whose = f"CPython {version()} of {sys.base_prefix}"
        if not variable("Py_ENABLE_SHARED"):
            return f"{whose} has no shared library: it was not configured with --enable-shared"
        library = os.path.join(self.folder, variable("LDLIBRARY"))
        if not os.path.isfile(library):
            return (
                f"{whose} has no shared library: {library} does not exist "
                f"(Debian and Ubuntu have it in libpython{short_version()}-dev)"
            )
        return None

    def lines(self):
        yield f"cargo:rustc-link-search=native={self.folder}"
        yield f"cargo:rustc-link-lib=dylib={self.name}"


def obstacle(way):
    """Returns why this interpreter cannot be linked, or None."""
    if sys.implementation.name != "cpython":
        return f"{sys.executable} is {sys.implementation.name}, not CPython"
    if sys.version_info < OLDEST:
        return f"CPython {version()} is older than {OLDEST[0]}.{OLDEST[1]}"
    return way.obstacle()


def config(way):
    """Returns the lines of the PYO3_CONFIG_FILE."""
    flags = [flag for flag in BUILD_FLAGS if variable(flag)]
    yield "implementation=CPython"
    yield f"version={short_version()}"
    yield f"shared={way.shared}"
    yield f"lib_name={way.name}"
    yield f"lib_dir={way.folder}"
    yield f"executable={executable()}"
    yield f"pointer_width={struct.calcsize('P') * 8}"
    if flags:
        yield f"build_flags={','.join(flags)}"
    # pyo3's own line would link only the objects that the guest refers to.
    yield "suppress_build_script_link_lines=true"
    for line in way.lines():
        yield f"extra_build_script_line={line}"
    # Not for pyo3: tier-full's build script looks for these (metadata that no other crate reads).
    yield f"extra_build_script_line=cargo:home={home()}"
    yield f"extra_build_script_line=cargo:paths={paths()}"


def main(words):
    if words not in ([], ["--shared"]):
        print(USAGE, file=sys.stderr)
        return 2
    way = Shared() if words else Static()
    problem = obstacle(way)
    if problem:
        print(f"link.py: {problem}", file=sys.stderr)
        return NOT_POSSIBLE
    print("\n".join(config(way)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
