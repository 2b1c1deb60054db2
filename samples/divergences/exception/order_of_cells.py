"""Cells cannot be ordered

provenance: RustPython/RustPython#8458
"""

from types import CellType

try:
    print(CellType(1) < CellType(2))
except TypeError as error:
    print(type(error).__name__)
