"""The sum over a set of floats is made in another order

provenance: own campaign
"""

print(sum({1e100, 1.0, -1e100}))
