"""The error for a byte out of range is in the singular

provenance: own campaign
"""

try:
    bytes([256])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
