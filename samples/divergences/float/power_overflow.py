"""A power of floats that is too large is infinite

provenance: RustPython/RustPython#7746
"""

try:
    print(10.0**400)
except OverflowError as error:
    print(type(error).__name__)
