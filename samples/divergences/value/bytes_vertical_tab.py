"""bytes.isspace does not know the vertical tab

provenance: RustPython/RustPython#5655
"""

print(b"\x0b".isspace(), b" \t\n\r\f".isspace())
