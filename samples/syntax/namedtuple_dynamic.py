"""Construct: namedtuple makes classes from names that are known only at run time."""

import collections
import typing

header, *lines = "name,size,class\na,1,x\nb,2,y".splitlines()
Row = collections.namedtuple("Row", header.split(","), rename=True, defaults=["none"])
rows = [Row(*line.split(",")) for line in lines]


class Point(collections.namedtuple("Base", "x y")):
    __slots__ = ()

    def __new__(cls, x=0, y=0):
        return super().__new__(cls, int(x), int(y))

    def __add__(self, other):
        return self._make(a + b for a, b in zip(self, other))


Typed = typing.NamedTuple("Typed", [("id", int), ("tag", str)])
print(rows, Row._fields, Row("c", 3), Row._field_defaults)
print(rows[0]._asdict(), rows[1]._replace(size=9))
print(Point("3") + (1, 1), Point(1, 2) == (1, 2), Point() < Point(0, 1))
print(hash(Point(1, 2)) == hash((1, 2)), Point(5)[0])
print(Typed(1, "t"), Typed.__annotations__, Typed.__bases__)
print(Row.__doc__, Row.size.__doc__, Typed.__match_args__)
name, *others = rows[0]
print(name, others, [*map(Row._make, ["xyz"])])
print(isinstance(rows[0], tuple), rows[0].count("a"), max(rows).name)
for action in (lambda: collections.namedtuple("Bad", "a a"),
               lambda: collections.namedtuple("Bad", "_a"),
               lambda: collections.namedtuple("B", "def"), lambda: Row(),
               lambda: setattr(rows[0], "name", 1)):
    try:
        print(action())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__)
