"""The error for adding a list to a tuple quotes the type otherwise

provenance: own campaign
"""

try:
    (1,) + [1]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
