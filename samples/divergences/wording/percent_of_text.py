"""The error for a text where % wants a number leaves out the word real

provenance: own campaign
"""

try:
    "%d" % "a"
except Exception as error:
    print(type(error).__name__, error, sep=": ")
