"""Large parts of a complex number are printed with all their digits

provenance: RustPython/RustPython#7634
"""

print(1e16j, complex(1e22, 1e23))
