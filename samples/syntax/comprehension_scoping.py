"""Construct: comprehensions have a scope of their own, except for the first iterable."""

x = "outer"
print([x for x in range(3)], {x: x * 2 for x in "ab"})
print(sorted({x for x in "ba"}), sum(x for x in [4]), x)
print([(x, y) for x in range(2) for y in range(x + 1)])
print([x for x in [x, x]], [[x for x in x] for x in ("ab", "c")])


class Body:
    items = [1, 2]
    factor = 10
    copied = [item for item in items]
    try:
        scaled = [item * factor for item in items]
    except NameError as error:
        scaled = type(error).__name__
    lambdas = [lambda: x for _ in items]
    own = [__class__ for __class__ in items]


def inside(x):
    funcs = [lambda: (x, n) for n in range(2)]
    before = [x for _ in "1"]
    x = "changed"
    return before, [f() for f in funcs], [x for x in [x]], x, sorted(locals())


print(Body.copied, Body.scaled, [f() for f in Body.lambdas], Body.own, hasattr(Body, "item"))
print(inside("given"))
print([name for name in dir() if name in ("y", "n", "item")])
print([a for a, *b in ["xyz"]], [b for a, (b, c) in [(1, "pq")]])
try:
    print([late for _ in "1" for late in [late]])
except NameError as error:
    print(type(error).__name__)
