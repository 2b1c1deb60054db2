"""Construct: binary operators try the left operand, then the reflected method of the right."""

import operator

log = []


class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        log.append(f"{self.name}.add")
        return NotImplemented if isinstance(other, Base) else "added"

    def __radd__(self, other):
        log.append(f"{self.name}.radd")
        return NotImplemented if other == 0 else "radded"

    def __rpow__(self, base, modulo=None):
        return f"{base}**{self.name}"


class Child(Base):
    def __radd__(self, other):
        log.append(f"{self.name}.child radd")
        return "child first"


Same = type("Same", (Base,), {})
base, child, same = Base("base"), Child("child"), Same("same")
for left, right in ((base, 1), (1, base), (base, child), (child, base), (base, same), (same, base),
                    (base, base), (0, base), (0, child)):
    try:
        result = left + right
    except TypeError as error:
        result = type(error).__name__
    print(result, *log)
    log.clear()
print(2 ** base, operator.add(1.5, base), sum([base], start=3))
print((5).__add__("x"), int.__radd__(2, 3), 3 .__sub__(True))
