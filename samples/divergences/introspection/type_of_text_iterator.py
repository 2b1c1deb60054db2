"""The iterator over a text of ASCII has another type

provenance: own campaign
"""

print(type(iter("a")).__name__)
