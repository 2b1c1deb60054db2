"""A program, run as `python3 FILE ARGS…` runs it."""

__builtins__ = dict(vars(__import__("builtins")))

import os
import sys
from _frozen_importlib_external import SourceFileLoader

import _tiers
from wit_world.exports.interpreter import Ending

# The exit statuses that are CPython's own.
UNCAUGHT = 1
NO_FILE = 2
INTERRUPTED = 130

LOWEST_BYTE = 0xFF
LONGEST_STATUS_BITS = 63


class Program:
    def __init__(self, program):
        self.path = program.path
        sys.argv = [os.fsdecode(word) for word in (program.file, *program.args)]
        sys.orig_argv = [sys.executable, *sys.argv]
        self.names = sys.modules["__main__"].__dict__
        # None, where the program can be begun.
        self.status = None

    def call(self):
        """Returns the function that runs the program, and what it is to be given."""
        path = os.fsdecode(self.path)
        if holds_main(path):
            sys.path.insert(0, path)
            return run_main_of_folder, ()
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError as error:
            print(f"python3: can't open file {path!r}: [Errno {error.errno}] {error.strerror}", file=sys.stderr)
            self.status = NO_FILE
            return bool, ()
        sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
        self.names.update(__file__=path, __cached__=None, __loader__=SourceFileLoader("__main__", path))
        return _tiers.run, (descriptor, self.path, self.names)

    def ended(self, stage):
        """Returns how the program ended; what it did not catch is printed."""
        if self.status is not None:
            return Ending(self.status, False)
        if not stage.raised:
            return Ending(0, False)
        [exception] = stage.raised
        if isinstance(exception, SystemExit):
            return Ending(exit_status(exception), False)
        _tiers.print(exception)
        interrupted = isinstance(exception, KeyboardInterrupt)
        return Ending(INTERRUPTED if interrupted else UNCAUGHT, isinstance(exception, MemoryError))


def holds_main(path):
    """Says whether modules are found in what `path` names: a folder, or an archive. Then its `__main__` is the program."""
    for hook in sys.path_hooks:
        try:
            hook(path)
            return True
        except ImportError:
            pass
    return False


def run_main_of_folder():
    from runpy import _run_module_as_main

    _run_module_as_main("__main__", False)


def exit_status(exit):
    """Returns the status that is asked for; a message is printed, and is status 1."""
    try:
        code = exit.code
    except BaseException:
        code = exit
    if code is None:
        return 0
    if isinstance(code, int):
        # As CPython has it: what is out of range is -1. Of a status, the system keeps the lowest byte.
        return (int(code) if code.bit_length() <= LONGEST_STATUS_BITS else -1) & LOWEST_BYTE
    if sys.stderr is not None:
        try:
            print(code, file=sys.stderr)
        except BaseException:
            pass
    return UNCAUGHT
