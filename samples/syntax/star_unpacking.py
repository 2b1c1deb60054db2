"""Construct: targets with a star, nested targets and stars in displays."""

first, *middle, last = "abcde"
*init, tail = {"x": 1, "y": 2}
head, *empty = (9,)
(a, [b, *c]), *d = (1, range(2, 5)), "z"
print(first, middle, last, init, tail, head, empty, a, b, c, d)
print([*"ab", *range(2), *{"k": 0}], (*[], 1))
print({**{"p": 1, "q": 2}, "p": 3, **dict(r=4)}, sorted({*"ba", "c"}))
for key, (x, *rest) in {"one": (1,), "two": (1, 2, 3)}.items():
    print(key, x, rest)


class Box:
    def __setitem__(self, key, value):
        print("set", key, value)


box, index = Box(), 0
index, box[index], *box.many = 5, "sees the new index", 7, 8
print(box.many, *(n for n in (1, 2)), sep="-")
swap = left, right = 1, 2
left, right = right, left
print(swap, left, right, [*zip(*[(1, "a"), (2, "b")])])
for source in ("a, b = [1]", "a, *b, c = [1]", "a, b = 5", "a, b = 'xyz'", "(a, b), c = 'xy', 'z'"):
    try:
        exec(source, space := {})
        print(source, "->", space["a"], space["b"])
    except (ValueError, TypeError) as error:
        print(source, "->", type(error).__name__)
