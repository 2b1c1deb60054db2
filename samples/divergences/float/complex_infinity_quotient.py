"""The quotient of an infinite complex number is not a number

provenance: Lib/test/test_complex.py test_truediv
"""

infinite = complex(float("inf"), 1)
print(infinite / (1 + 1j), 1 / infinite)
