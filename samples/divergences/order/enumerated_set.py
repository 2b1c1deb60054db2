"""A set is enumerated in the order in which it was filled

provenance: own campaign
"""

print(list(enumerate({0, 7, -1, 1})))
