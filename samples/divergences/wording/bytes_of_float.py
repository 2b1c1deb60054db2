"""The error for bytes of a fraction speaks of iteration

provenance: own campaign
"""

try:
    bytes(1.5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
