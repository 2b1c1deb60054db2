"""bytes.hex takes no keywords

provenance: RustPython/RustPython#8312
"""

try:
    print(b"abcd".hex(sep=":", bytes_per_sep=2))
except TypeError as error:
    print(type(error).__name__)
