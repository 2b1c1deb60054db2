"""The implementations in C of some modules are not there

provenance: own campaign
"""

import importlib

for name in ["_decimal", "_datetime", "_pickle", "_heapq", "_elementtree", "_zoneinfo"]:
    try:
        importlib.import_module(name)
        print(name, "found")
    except ImportError as error:
        print(name, type(error).__name__)
