"""map() accepts a function without anything to apply it to

provenance: RustPython/RustPython#8478
"""

try:
    print(type(map(len)).__name__)
except TypeError as error:
    print(type(error).__name__)
