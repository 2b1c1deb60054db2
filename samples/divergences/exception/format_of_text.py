"""Format options that are for numbers are accepted for a text

provenance: RustPython/RustPython#8571
"""

for spec in ["+", " ", "#", "=5"]:
    try:
        print(spec, repr(format("ab", spec)))
    except ValueError as error:
        print(spec, type(error).__name__)
