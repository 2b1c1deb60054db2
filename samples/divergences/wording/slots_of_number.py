"""The error for a slot whose name is no text has other words

provenance: own campaign
"""

try:
    type("Point", (), {"__slots__": [3]})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
