"""The repr of a bytearray does not escape an apostrophe

provenance: RustPython/RustPython#8316
"""

print(bytearray(b"it's"))
