"""Construct: a subclass of int keeps its type only where it says so."""


class Metres(int):
    def __new__(cls, value=0, note="none"):
        self = super().__new__(cls, value)
        self.note = note
        return self

    def __add__(self, other):
        return type(self)(int(self) + other, note="sum")

    __radd__ = __add__
    __repr__ = lambda self: f"{int(self)}m"


m = Metres("12", note="given")
print(m, m + 1, 1 + m, (m + m).note, sum([m, m]), vars(m), bool(Metres()), isinstance(m, int))
print([type(value).__name__ for value in (m * 2, -m, +m, m + True, int(m), m.real, round(m))])
print(m == 12, hash(m) == hash(12), {12: "found"}[m], [*range(20)][m], "ab" * Metres(2))
print(f"{m:>4}|{m!r}|{m!s}|%d" % m, hex(m), m.bit_length(), m.__str__(), divmod(m, 5))
print(max(Metres(3), 2), sorted([Metres(2), 1]), Metres.from_bytes(b"\1\0", "big"), m.__index__())
for action in (lambda: Metres("x"), lambda: setattr(int(m), "note", 1),
               lambda: type("B", (bool,), {}), lambda: m.missing):
    try:
        print(action())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__)
