"""The error for too many values to unpack counts them

provenance: own campaign
"""

try:
    a, b = 1, 2, 3
except Exception as error:
    print(type(error).__name__, error, sep=": ")
