"""str.title leaves the capital of a digraph as it is

provenance: RustPython/RustPython#7748
"""

print(ascii("\u01c4 \u01f1".title()))
