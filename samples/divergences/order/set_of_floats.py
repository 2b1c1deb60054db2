"""A set of floats is walked in the order in which it was filled

provenance: own campaign
"""

print(list({1.5, 2.5, 0.5}))
