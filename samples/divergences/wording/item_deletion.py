"""The error for deleting an item leaves out the word object

provenance: own campaign
"""

pair = (1, 2)

try:
    del pair[0]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
