"""The error of slice() without arguments has other words

provenance: own campaign
"""

try:
    slice()
except Exception as error:
    print(type(error).__name__, error, sep=": ")
