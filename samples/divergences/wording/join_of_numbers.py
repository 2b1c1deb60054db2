"""The error for joining numbers does not say which item is wrong

provenance: own campaign
"""

try:
    ",".join(["a", 1])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
