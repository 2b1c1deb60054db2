"""Idiom: __slots__ with __repr__, __eq__ and __hash__, here a vector and a labelled heir."""

import math


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        cls = type(self)
        names = [name for base in reversed(cls.__mro__) for name in getattr(base, "__slots__", ())]
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{cls.__qualname__}({fields})"

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __rmul__(self, factor):
        return Vector(factor * self.x, factor * self.y)

    def __abs__(self):
        return math.hypot(self.x, self.y)


class Waypoint(Vector):
    __slots__ = ("label",)

    def __init__(self, x, y, label):
        super().__init__(x, y)
        self.label = label


home = Waypoint(3, 4, "home")
print(home, abs(home))
print(home + Vector(0.5, -1.25), 3 * home)
print(home == Vector(3, 4), home == (3, 4), len({home, Vector(3, 4), Vector(4, 3)}))
print("has __dict__:", hasattr(home, "__dict__"), "| slots:", Vector.__slots__ + Waypoint.__slots__)
try:
    home.altitude = 120
except AttributeError:
    print("no room for altitude")
del home.label
print("label set:", hasattr(home, "label"), "| slot kind:", type(Waypoint.label).__name__)
