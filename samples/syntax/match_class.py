"""Construct: match takes instances apart by __match_args__ and by keyword."""

import dataclasses


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Circle:
    __match_args__ = ("centre", "radius")

    def __init__(self, centre, radius):
        self.centre, self.radius = centre, radius


def look(value):
    match value:
        case Point(0, 0):
            return "origin"
        case Point(x, y=0) | Circle(Point(x), radius=0):
            return f"on the axis at {x}"
        case Circle(centre=c) | Point(c):
            return f"something {c}"
        case int(n) | str(n) | [float(n), *_]:
            return f"built in {n!r}"
        case object():
            return "object"


print(*map(look, [Point(0), Point(4), Circle(Point(3, 1), 0), Circle(Point(1, 2), 11)]), sep="; ")
print(*map(look, [Circle("c", 1), Point(1, 2), True, "s", [1.5, 2], {}, None]), sep="; ")
try:
    match Point(1):
        case Point(1, 0, 5):
            print("matched")
except TypeError as error:
    print(type(error).__name__, Point.__match_args__)
