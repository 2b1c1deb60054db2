"""Construct: modules made at run time by a finder and a loader of one's own."""

import importlib
import importlib.abc
import importlib.util
import sys

SOURCES = {
    "garden": "from . import tools\nplants = ['rose']\ncount = tools.count(plants)",
    "garden.tools": "loads = globals().get('loads', 0) + 1\ncount = lambda x: len(x) * loads",
    "weeds": "raise LookupError",
}


class Memory(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name in SOURCES:
            return importlib.util.spec_from_loader(name, self, is_package=name == "garden")

    def exec_module(self, module):
        exec(SOURCES[module.__name__], module.__dict__)


sys.meta_path.insert(0, Memory())
import garden
from garden import tools as again
print(garden.count, again is garden.tools, garden.__package__)
print(garden.tools.__name__, garden.__path__)
print(importlib.reload(again).loads, garden.tools.count("ab"), type(garden.__loader__).__name__)
for name in ("weeds", "garden.missing", "nowhere_at_all"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, type(error).__name__, name in sys.modules)
print(importlib.import_module(".tools", "garden").loads)
print(importlib.util.find_spec("garden.tools").parent)
