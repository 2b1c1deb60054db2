"""A field of a namedtuple is a property, as the error for assigning to it tells

provenance: own campaign
"""

from collections import namedtuple

Point = namedtuple("Point", "x y")

try:
    setattr(Point(1, 2), "x", 5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
