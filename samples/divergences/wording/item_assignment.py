"""The error for assigning to an item leaves out the word object

provenance: own campaign
"""

pair = (1, 2)

try:
    pair[0] = 1
except Exception as error:
    print(type(error).__name__, error, sep=": ")
