"""A dictionary made of a set has its order

provenance: own campaign
"""

print(dict.fromkeys({3, 1, 2}))
