"""Deeply nested source overflows the native stack

provenance: RustPython/RustPython#7630
ends: 139
"""

try:
    eval("-" * 50000 + "1")
except (MemoryError, RecursionError) as error:
    print("refused")
