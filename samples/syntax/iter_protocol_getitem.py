"""Construct: iteration, membership and unpacking fall back on __getitem__ with 0, 1, 2."""

log = []


class Squares:
    def __getitem__(self, index):
        log.append(index)
        if index >= 4:
            raise IndexError
        return index * index


class Refusing(Squares):
    __iter__ = None


class Stopping:
    def __getitem__(self, index):
        if index:
            raise StopIteration
        return "first"


squares = Squares()
print(list(squares), log, 4 in squares, 5 in squares, len(log))
a, b, *rest = squares
print(a, b, rest, max(squares), sorted(squares, reverse=True))
print([*zip(squares, "ab")], dict(enumerate(squares)))
print(list(Stopping()), list(iter([1, 2, 0, 3].pop, 0)))
print(type(iter(squares)).__name__, hasattr(squares, "__iter__"))
for action in (lambda: iter(Refusing()), lambda: 1 in Refusing(), lambda: iter(5),
               lambda: next(squares)):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)
