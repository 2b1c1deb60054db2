"""The error for an __index__ that returns a text lacks a blank

provenance: own campaign
"""


class Number:
    def __index__(self):
        return "a"


try:
    [1][Number()]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
