"""A complex number is equal to a large int that it is not

provenance: Lib/test/test_complex.py test_richcompare_boundaries
"""

print(complex(2.0**53) == 2**53 + 1)
