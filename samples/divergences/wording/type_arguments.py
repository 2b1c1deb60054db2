"""The error for a wrong argument of type() does not say which

provenance: own campaign
"""

try:
    type("a", 5, {})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
