"""The profiler and what traces memory are not there

provenance: own campaign
"""

import importlib

for name in ["cProfile", "tracemalloc"]:
    try:
        importlib.import_module(name)
        print(name, "found")
    except ImportError as error:
        print(name, type(error).__name__)
