"""The hash of a text differs, with the same seed

provenance: own campaign
"""

print(hash("a"), hash(b"a"))
