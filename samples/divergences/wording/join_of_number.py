"""The error for joining what is no iterable has other words

provenance: own campaign
"""

try:
    ",".join(5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
