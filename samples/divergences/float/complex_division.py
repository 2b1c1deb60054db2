"""The quotient of complex numbers differs in the last digit

provenance: own campaign
"""

print((1 + 2j) / (3 - 1j))
