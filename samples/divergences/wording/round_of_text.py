"""The error of round() for a text leaves out the word method

provenance: own campaign
"""

try:
    round("a")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
