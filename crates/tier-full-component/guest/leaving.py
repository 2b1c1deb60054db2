"""`os._exit` with its status: WASI 0.2 has only success and failure, so the host is told beforehand."""

__builtins__ = dict(vars(__import__("builtins")))

import os
import posix
from operator import index

from wit_world.imports import host

LOWEST_BYTE = 0xFF

leave = posix._exit


def _exit(status):
    host.leaving(index(status) & LOWEST_BYTE)
    leave(status)


def tell():
    """Has every way to `_exit` tell the host."""
    _exit.__module__, _exit.__doc__ = leave.__module__, leave.__doc__
    os._exit = posix._exit = _exit
