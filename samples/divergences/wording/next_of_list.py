"""The error for next() of what is no iterator does not quote its type

provenance: own campaign
"""

try:
    next([])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
