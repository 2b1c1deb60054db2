"""Construct: enumerations made by call, flags, and hooks for values that are missing."""

import enum

Colour = enum.Enum("Colour", "RED GREEN", start=5)
Size = enum.IntEnum("Size", {"S": 1, "L": 3, "BIG": 3})


class Mode(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    BOTH = READ | WRITE


class Planet(enum.Enum):
    MARS = (1, "red")
    VENUS = (2, "hot")

    def __init__(self, place, look):
        self.place = place

    @classmethod
    def _missing_(cls, value):
        return next((member for member in cls if member.place == value), None)


print(list(Colour), Colour(6).name, Colour["RED"].value)
print(Size.BIG is Size.L, Size.L + 1, [*Size.__members__])
print(Mode.READ | Mode.WRITE, ~Mode.READ, Mode(0))
print(Mode.WRITE in Mode.BOTH, list(Mode.BOTH), Mode(3) is Mode.BOTH)
print(Planet(2), Planet.MARS.value, f"{Planet.MARS}")
print(repr(Planet((1, "red"))), len(Planet), "MARS" in Planet.__members__)
for action in (lambda: Planet(9), lambda: Colour["BLUE"], lambda: setattr(Colour, "RED", 1),
               lambda: type("Sub", (Planet,), {}),
               lambda: Colour.RED < Colour.GREEN, lambda: Mode(8), lambda: enum.unique(Size),
               lambda: Colour.RED.BLUE):
    try:
        print(action())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__)
