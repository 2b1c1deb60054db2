"""On WASI modules that need an operating system are not there

provenance: own campaign
cell: wasm32-wasip1
"""

import importlib

for name in ["mmap", "socket", "multiprocessing"]:
    try:
        importlib.import_module(name)
        print(name, "found")
    except ImportError as error:
        print(name, type(error).__name__)
