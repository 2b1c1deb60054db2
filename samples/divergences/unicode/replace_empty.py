"""Replacing an empty text tears characters of several bytes apart

provenance: RustPython/RustPython#8561
"""

print(ascii("aé".replace("", "-")))
