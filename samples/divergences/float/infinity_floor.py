"""An infinite float divided without rest is infinite

provenance: RustPython/RustPython#7745
"""

print(float("inf") // 1)
