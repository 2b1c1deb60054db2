"""On WASI sys.maxsize is that of 32 bits

provenance: own campaign
cell: wasm32-wasip1
"""

import sys

print(sys.maxsize)
