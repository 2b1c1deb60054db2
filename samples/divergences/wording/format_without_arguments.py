"""The error for a replacement field without an argument speaks of a tuple

provenance: own campaign
"""

try:
    "{}".format()
except Exception as error:
    print(type(error).__name__, error, sep=": ")
