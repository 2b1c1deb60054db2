"""The error for too long a list speaks of bytes

provenance: own campaign
"""

try:
    [1] * 10**20
except Exception as error:
    print(type(error).__name__, error, sep=": ")
