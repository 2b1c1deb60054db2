"""The error for pow() of three operands lists their types otherwise

provenance: RustPython/RustPython#7625
"""

try:
    pow(1, "a", 2)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
