"""The error for shifting by too much has other words

provenance: own campaign
"""

try:
    1 << 10**20
except Exception as error:
    print(type(error).__name__, error, sep=": ")
