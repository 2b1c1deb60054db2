"""A text joined from a set has its order

provenance: own campaign
"""

print(",".join(map(str, {20, 3, 11})))
