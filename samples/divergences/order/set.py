"""A set is walked in the order in which it was filled

provenance: own campaign
"""

print({3, 1, 2})
print(list({10, 9, 8, 100, 50}))
