"""str.swapcase does not make two letters of one

provenance: RustPython/RustPython#7788
"""

print(ascii("\u00df".swapcase()))
