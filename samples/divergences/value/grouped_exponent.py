"""A group separator is put before the exponent of a number

provenance: own campaign
"""

print(f"{1000000:,g} {5e-324:,} {1e300:_.0e}")
