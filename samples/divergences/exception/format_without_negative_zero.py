"""The format option z is unknown

provenance: RustPython/RustPython#8475
"""

try:
    print(format(-0.0, "z.1f"))
except ValueError as error:
    print(type(error).__name__)
