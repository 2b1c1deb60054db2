"""A text filled with zeros stands on the other side

provenance: RustPython/RustPython#8407
"""

print(f"{'a':05}")
