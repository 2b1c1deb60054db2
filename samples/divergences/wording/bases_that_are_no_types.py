"""The error for a base that is a number speaks of bases

provenance: own campaign
"""

try:
    type("A", (5,), {})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
