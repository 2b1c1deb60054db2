"""compile() takes any level of optimisation

provenance: RustPython/RustPython#7765
"""

try:
    compile("1", "file", "eval", optimize=9)
    print("compiled")
except ValueError as error:
    print(type(error).__name__)
