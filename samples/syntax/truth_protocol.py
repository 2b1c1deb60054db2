"""Construct: truth comes from __bool__, or else from __len__, or else it is true."""

log = []


class Measured:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        log.append(f"len {self.size}")
        return self.size


class Decided(Measured):
    def __bool__(self):
        log.append(f"bool {self.size}")
        return self.size > 10


class Wrong:
    def __bool__(self):
        return 1


empty, full, small, big = Measured(0), Measured(3), Decided(5), Decided(50)
print([bool(thing) for thing in (empty, full, small, big, object(), Wrong)], log)
log.clear()
print((small or "or") if big else "else", not empty)
print((empty and 1 / 0) is empty, (full or 1 / 0).size, log)
log.clear()
print([*filter(None, [0, "", [], big, "x"])][1:], any([empty, small]), all([full, big]), log)
print([bool(value) for value in (0, -0.0, 0j, "", b"", (), {}, set(), range(0), None)])
print([bool(value) for value in (..., float("nan"), [0], -1, "0", print, NotImplementedError)])
for action in (lambda: bool(Wrong()), lambda: 1 if Measured(-1) else 2, lambda: not Measured("x")):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
