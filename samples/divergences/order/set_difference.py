"""The symmetric difference of two sets comes in another order

provenance: own campaign
"""

print({9, 1} ^ {2})
