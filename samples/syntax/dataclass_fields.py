"""Construct: dataclasses write methods from annotations, at run time."""

import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass(order=True)
class Item:
    name: str
    price: float = field(default=1.5, compare=False)
    tags: list = field(default_factory=list, repr=False)
    rate: InitVar[int] = 2
    _: KW_ONLY
    code: int = 0

    def __post_init__(self, rate):
        self.price *= rate


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = dataclasses.field(default=0, hash=False)


Made = dataclasses.make_dataclass("Made", ["a", ("b", int, 5)], bases=(Item,), kw_only=True)
item = Item("x", 2, code=7)
print(item, item < Item("y"), item == Item("x", 99, code=7))
print(dataclasses.replace(item, name="z", rate=1), Item("q").tags is Item("q").tags)
print([field.name for field in dataclasses.fields(Item)], Item.__match_args__)
print(dataclasses.asdict(Item("n", tags=[Point(1)])))
print(Made("m", a=1), {Point(3), Point(3)}, hash(Point(1, 2)) == hash(Point(1)), Point.__slots__)
for action in (lambda: setattr(Point(1), "x", 2), lambda: Item(), lambda: hash(item),
               lambda: Item("a", 1, [], 1, 5), lambda: Point(1) < Point(2)):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, isinstance(error, dataclasses.FrozenInstanceError))
