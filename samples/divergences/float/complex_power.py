"""A whole power of a complex number is not exact

provenance: own campaign
"""

print((1 + 2j) ** 2, 1j**2, (1 + 1j) ** 10)
