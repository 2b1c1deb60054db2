"""The standard library in memory: at run time there is no file of it.

Its folder stays in `sys.path`; what finds modules there is one more of `sys.path_hooks`. So a program's own modules hide
the library's where they would, and only what is imported is in `sys.modules`.
"""

__builtins__ = dict(vars(__import__("builtins")))

import marshal
import os
import sys
from _frozen_importlib_external import SourceFileLoader, spec_from_file_location

# Where componentize-py has it when it makes the component, and where CPython looks for it otherwise.
MADE_FROM = "/python"
MAJOR, MINOR = sys.version_info[:2]
FOLDER = f"/python/lib/python{MAJOR}.{MINOR}"
PATH = [f"/python/lib/python{MAJOR}{MINOR}.zip", FOLDER, FOLDER + "/lib-dynload"]

# Tests, and what is of no use without a screen, or without files to install.
LEFT_OUT = {"__pycache__", "ensurepip", "idlelib", "site-packages", "test", "tests", "tkinter", "turtledemo"}

# By path: the source, and what it is compiled to.
SOURCES = {}
CODE = {}
FOLDERS = set()


class LibraryLoader(SourceFileLoader):
    """Loads from memory what looks like a file."""

    def get_code(self, fullname):
        return marshal.loads(CODE[self.path])

    def get_data(self, path):
        if path in SOURCES:
            return SOURCES[path]
        raise FileNotFoundError(2, "No such file or directory", path)


class LibraryFinder:
    """Finds modules in one of the library's folders."""

    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, fullname, target=None):
        package = f"{self.folder}/{fullname.rpartition('.')[2]}"
        for path, within in ((f"{package}/__init__.py", [package]), (f"{package}.py", None)):
            if path in CODE:
                loader = LibraryLoader(fullname, path)
                return spec_from_file_location(fullname, path, loader=loader, submodule_search_locations=within)
        return None

    def invalidate_caches(self):
        pass


def hook(folder):
    if folder in FOLDERS:
        return LibraryFinder(folder)
    raise ImportError("only the standard library's folders are in memory", path=folder)


def gather():
    """Reads the library, and has imports look for it in memory."""
    for made_from, folders, files in os.walk(MADE_FROM):
        folders[:] = sorted(set(folders) - LEFT_OUT)
        folder = FOLDER + made_from.removeprefix(MADE_FROM)
        FOLDERS.add(folder)
        for name in files:
            if name.endswith(".py"):
                keep(f"{made_from}/{name}", f"{folder}/{name}")
    sys.path_hooks.append(hook)


def keep(made_from, path):
    with open(made_from, "rb") as file:
        source = file.read()
    SOURCES[path] = source
    CODE[path] = marshal.dumps(compile(source, path, "exec", dont_inherit=True))


def move(module):
    """Has a module that was imported from a file when the component was made be where the library is."""
    made_from = getattr(module, "__file__", FOLDER)
    if made_from.startswith(FOLDER):
        return
    path = FOLDER + made_from.removeprefix(MADE_FROM)
    package = [os.path.dirname(path)] if module.__spec__.parent == module.__name__ else None
    loader = LibraryLoader(module.__name__, path)
    spec = spec_from_file_location(module.__name__, path, loader=loader, submodule_search_locations=package)
    module.__spec__, module.__loader__, module.__file__, module.__cached__ = spec, loader, path, spec.cached
    if package:
        module.__path__ = package
