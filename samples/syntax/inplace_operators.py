"""Construct: augmented assignment mutates where it can, and always binds."""


class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __sub__(self, other):
        return Bag(*[item for item in self.items if item != other])

    __imul__ = lambda self, other: NotImplemented
    __mul__ = lambda self, other: f"{self.items} * {other}"
    __ior__ = lambda self, other: "replaced"


bag = alias = Bag(1, 2)
bag += 3
bag -= 2
print(alias.items, bag.items, bag is alias)
bag *= 2
alias |= None
print(bag, alias)
pair = ([], "text")
try:
    pair[0] += [1]
except TypeError as error:
    print(type(error).__name__, pair)
values, order = [10, 20], []
values[order.append("index") or 1] += order.append("value") or 5
number, text, same = 7, "ab", [1]
number //= 2; number **= 3; number <<= 1; number ^= 5
text *= 2; same *= 3; same += "xy"
print(values, order, number, text, same)
