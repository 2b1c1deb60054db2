"""Construct: reversed, len and length hints ask an object by their own methods."""

import operator


class Row:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return f"item {index}"


class Own(Row):
    def __reversed__(self):
        return iter("own")


class Never(Row):
    __reversed__ = None


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    __length_hint__ = lambda self: self.hint
    __iter__ = lambda self: iter("ab")


print(list(reversed(Row())), [*reversed(Own())])
print(list(reversed({"a": 1, "b": 2})), [*reversed(range(1, 8, 3))])
things = (Row(), Hinted(4), Hinted(NotImplemented), object())
print([operator.length_hint(thing, 7) for thing in things])
left = iter([1, 2, 3])
print(next(left), left.__length_hint__(), list(Hinted(50)), operator.length_hint(reversed(Row())))
for action in (lambda: reversed(Never()), lambda: reversed({1}), lambda: len(Hinted(1)),
               lambda: list(Hinted("x")), lambda: operator.length_hint(Hinted(-1)),
               lambda: len(type("Neg", (), {"__len__": lambda s: -1})())):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
