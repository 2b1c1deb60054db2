"""The error for adding a tuple to a list has other words

provenance: own campaign
"""

try:
    [] + ()
except Exception as error:
    print(type(error).__name__, error, sep=": ")
