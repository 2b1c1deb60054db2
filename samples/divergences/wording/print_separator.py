"""The error for a separator that is no text does not name the parameter

provenance: own campaign
"""

try:
    print(1, sep=5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
