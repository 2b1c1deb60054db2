"""A tab size of zero panics

provenance: RustPython/RustPython#8562
ends: 126
"""

print("a\tb".expandtabs(0))
