"""The error for joining bytes with texts speaks of an assignment

provenance: own campaign
"""

try:
    b"".join(["a"])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
