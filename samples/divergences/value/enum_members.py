"""The members of an enum are printed as a read-only view

provenance: own campaign
"""

from enum import Enum


class Colour(Enum):
    RED = 1


print(Colour.__members__)
