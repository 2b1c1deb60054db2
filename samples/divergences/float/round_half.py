"""A float is rounded as if its last decimal digit were exact

provenance: RustPython/RustPython#7761
"""

print(round(2.675, 2))
