"""What an interpreter begins with: made as it would be, had it only now been started."""

__builtins__ = dict(vars(__import__("builtins")))

import gc
import os
import sys
from io import TextIOWrapper

import library

# The host's word for the working folder, which WASI does not have.
WORKING_FOLDER = "PWD"


def begin(fresh):
    """Puts away whatever is left of the making; `fresh` are the modules that stay."""
    for name in [name for name in sys.modules if name not in fresh]:
        del sys.modules[name]
    sys.path[:] = library.PATH
    sys.path_importer_cache.clear()
    sys.argv, sys.orig_argv = [""], [sys.executable]
    sys.stdin = sys.__stdin__ = stream(0, "<stdin>", "r", "surrogateescape")
    sys.stdout = sys.__stdout__ = stream(1, "<stdout>", "w", "surrogateescape")
    sys.stderr = sys.__stderr__ = stream(2, "<stderr>", "w", "backslashreplace")
    enter(os.environ.pop(WORKING_FOLDER, "/"))
    # What is there by now is not the program's to look after, nor to find.
    gc.freeze()


def enter(folder):
    """Makes `folder` the working folder, where it can be seen at all."""
    try:
        os.chdir(folder)
    except OSError:
        pass


def stream(descriptor, name, mode, errors):
    """Returns a standard stream, as CPython makes it in UTF-8 mode."""
    try:
        buffer = open(descriptor, mode + "b", closefd=False)
    except OSError:
        return None
    buffer.raw.name = name
    line_buffering = descriptor == 2 or buffer.isatty()
    text = TextIOWrapper(buffer, "utf-8", errors, "\n", line_buffering)
    text.mode = mode
    return text


def flush():
    """Writes out what stands in the streams, so far as that can be done."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except BaseException:
            # Not there, or closed: there is nothing to write.
            pass
