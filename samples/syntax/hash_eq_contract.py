"""Construct: dictionaries and sets use __hash__ and __eq__ of their keys."""

log = []


class Key:
    def __init__(self, value, code=1):
        self.value, self.code = value, code

    def __hash__(self):
        log.append(f"hash {self.value}")
        return self.code

    def __eq__(self, other):
        log.append(f"{self.value} == {getattr(other, 'value', other)}")
        return isinstance(other, Key) and self.value.lower() == other.value.lower()

    __repr__ = lambda self: self.value


Unhashable = type("Unhashable", (), {"__eq__": object.__eq__})
Identity = type("Identity", (), {"__eq__": lambda self, other: False, "__hash__": object.__hash__})
table = {Key("a"): 1}
table[Key("A")] = 2
table[Key("b")] = 3
print(table, log)
log.clear()
print(Key("B") in table, Key("a", code=2) in table, len({Key("x"), Key("X")}), log)
odd = Identity()
print(odd in [odd], odd == odd, {odd: "found"}[odd])
print({1: "int", True: "bool", 1.0: "float"}, hash(1) == hash(1.0) == hash(True), hash(-1))
print(hash((1, 2)) == hash((1, 2)), {0.0: "zero"}[-0.0], Unhashable.__hash__)
for action in (lambda: {[]: 1}, lambda: hash(Unhashable()), lambda: {Unhashable()},
               lambda: hash(([],)), lambda: type("T", (), {"__hash__": lambda s: "x"})() in {1}):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)
