"""The error for an element of the wrong length does not say which

provenance: RustPython/RustPython#8338
"""

try:
    dict([(1,)])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
