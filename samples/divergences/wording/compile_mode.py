"""The error for a mode that compile() does not know quotes otherwise

provenance: RustPython/RustPython#7765
"""

try:
    compile("1", "file", "x")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
