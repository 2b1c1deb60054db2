"""The error for a first argument that is no class names what it is

provenance: own campaign
"""

try:
    issubclass(1, int)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
