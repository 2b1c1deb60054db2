"""On WASI a third of the modules are not there

provenance: own campaign
cell: wasm32-wasip1
"""

import importlib

for name in ["lzma", "locale", "mmap", "socket", "ssl", "uuid", "select", "multiprocessing"]:
    try:
        importlib.import_module(name)
        print(name, "found")
    except ImportError as error:
        print(name, type(error).__name__)
