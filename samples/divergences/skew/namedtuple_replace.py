"""namedtuple's _replace raises another type for an unknown field

provenance: own campaign
"""

from collections import namedtuple

Point = namedtuple("Point", "x y")

try:
    Point(1, 2)._replace(z=3)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
