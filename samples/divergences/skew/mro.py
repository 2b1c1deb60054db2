"""The error for bases without an order of resolution stands in one line

provenance: own campaign
"""


class First:
    pass


class Second(First):
    pass


try:
    type("Third", (First, Second), {})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
