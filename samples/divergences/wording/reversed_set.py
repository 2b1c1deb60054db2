"""The error for reversing a set asks for a sequence

provenance: own campaign
"""

try:
    reversed({1})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
