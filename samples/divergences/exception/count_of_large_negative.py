"""On WASI a large negative length raises another type

provenance: own campaign
cell: wasm32-wasip1
"""

try:
    bytes(-(2**63))
except (OverflowError, ValueError) as error:
    print(type(error).__name__)
