"""A frozenset is walked in the order in which it was filled

provenance: own campaign
"""

print(frozenset([3, 1, 2]))
