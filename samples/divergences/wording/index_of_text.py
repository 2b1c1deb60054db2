"""The error for indexing a text with a text calls it str

provenance: own campaign
"""

index = "a"

try:
    "abc"[index]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
