"""The error for a format spec that is no text does not name format()

provenance: own campaign
"""

try:
    format(1, 5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
