"""The error for too many arguments has the word argument in the singular

provenance: own campaign
"""


def shout(text="a"):
    return text


try:
    shout(1, 2)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
