"""The error for a keyword that a builtin does not take speaks of a missing argument

provenance: own campaign
"""

try:
    len(obj=1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
