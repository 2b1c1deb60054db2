"""The error for a local variable that has no value yet is that of older versions

provenance: own campaign
"""


def count():
    total += 1


try:
    count()
except Exception as error:
    print(type(error).__name__, error, sep=": ")
