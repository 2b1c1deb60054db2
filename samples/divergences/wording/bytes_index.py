"""The error of bytes.index speaks of a substring

provenance: own campaign
"""

try:
    b"a".index(b"b")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
