"""str.format accepts a conversion that nobody knows

provenance: RustPython/RustPython#8560
"""

try:
    print("{!x}".format(1))
except ValueError as error:
    print(type(error).__name__)
