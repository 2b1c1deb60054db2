"""The error of ord() for a number leaves out what it wants

provenance: own campaign
"""

try:
    ord(5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
