import sys

NAMES = {"cpython": "CPython", "rustpython": "RustPython"}
print(NAMES.get(sys.implementation.name, sys.implementation.name), sys.version.split()[0])
