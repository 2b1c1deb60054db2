"""divmod of a negative zero is off by one

provenance: RustPython/RustPython#7745
"""

print(divmod(-0.0, 1.0))
