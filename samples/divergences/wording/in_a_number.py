"""The error for `in` a number speaks of iteration only

provenance: RustPython/RustPython#7714
"""

try:
    5 in 5
except Exception as error:
    print(type(error).__name__, error, sep=": ")
