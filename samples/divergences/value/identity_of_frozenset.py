"""Empty frozensets are one object

provenance: own campaign
"""

print(frozenset() is frozenset())
