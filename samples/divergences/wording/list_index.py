"""The error of list.index quotes the repr once more

provenance: own campaign
"""

try:
    [].index(1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
