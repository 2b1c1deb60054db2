"""The error for a complex power that is too large has a word more

provenance: RustPython/RustPython#7727
"""

try:
    (1e200 + 1j) ** 2
except Exception as error:
    print(type(error).__name__, error, sep=": ")
