"""The error for adding a number to a text names the operator, not the concatenation

provenance: RustPython/RustPython#7625
"""

try:
    "a" + 1
except Exception as error:
    print(type(error).__name__, error, sep=": ")
