"""The union of two sets keeps the order of the first

provenance: own campaign
"""

print({3, 1} | {2})
