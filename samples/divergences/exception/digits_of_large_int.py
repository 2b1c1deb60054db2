"""An int of any length becomes text

provenance: RustPython/RustPython#7688
"""

try:
    print(len(str(10**5000)))
except ValueError as error:
    print(type(error).__name__)
