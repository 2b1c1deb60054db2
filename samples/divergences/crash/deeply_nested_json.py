"""Deeply nested JSON overflows the native stack

provenance: RustPython/RustPython#7632
ends: 139
"""

import json

try:
    json.loads("[" * 100000)
except RecursionError as error:
    print(type(error).__name__)
