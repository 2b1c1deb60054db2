"""The message of a RecursionError ends in a blank

provenance: own campaign
"""


def descend():
    return descend()


try:
    print(repr(str(descend())))
except Exception as error:
    print(type(error).__name__, error, sep=": ")
