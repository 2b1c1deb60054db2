"""The error for adding a text to bytes speaks of bytes-like objects

provenance: own campaign
"""

try:
    b"a" + "a"
except Exception as error:
    print(type(error).__name__, error, sep=": ")
