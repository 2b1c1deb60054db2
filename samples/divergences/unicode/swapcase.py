"""str.swapcase changes letters of ASCII only

provenance: RustPython/RustPython#7559
"""

print(ascii("\u00e9\u03a3".swapcase()))
