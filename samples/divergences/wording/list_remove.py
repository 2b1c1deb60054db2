"""The error of list.remove quotes what was not there

provenance: own campaign
"""

try:
    [].remove(1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
