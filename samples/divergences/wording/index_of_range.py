"""The error for indexing a range with a text speaks of a sequence

provenance: own campaign
"""

index = "a"

try:
    range(3)[index]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
