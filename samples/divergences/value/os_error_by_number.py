"""On WASI an error of the system has another class

provenance: own campaign
cell: wasm32-wasip1
"""

print(repr(OSError(10, "no child")))
