"""The sum of floats loses what CPython 3.12 compensates for

provenance: own campaign
"""

print(sum([0.1] * 10))
print(sum([1e16, 1.0, -1e16]))
