"""A dictionary and a read-only view of another cannot be joined

provenance: RustPython/RustPython#7723
"""

from types import MappingProxyType

try:
    print({"a": 1} | MappingProxyType({"b": 2}))
except TypeError as error:
    print(type(error).__name__)
