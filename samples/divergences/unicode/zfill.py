"""str.zfill counts bytes, not characters

provenance: RustPython/RustPython#7534
"""

print(ascii("\u00e9".zfill(3)))
