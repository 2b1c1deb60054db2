"""Construct: match takes sequences apart, with stars and nesting."""

import collections


def shape(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case (x, [y, *_, z]):
            return f"nested {x} {y} {z}"
        case ["go", *path]:
            return f"go {path}"
        case [first, *middle, last] if first == last:
            return f"framed {middle}"
        case [a, b]:
            return f"pair {a} {b}"
        case _, _, *rest:
            return f"more {rest}"
        case _:
            return "no sequence"


class Pairs(collections.UserList):
    pass


values = [(), [5], (1, [2, 3]), [1, (2, 9, 9, 3)], ("go",), ["go", "n", "e"], [7, 8, 7], range(2)]
values += [Pairs([4, 6]), collections.deque("abc"), memoryview(b"xy")]
values += ["ab", b"ab", bytearray(b"ab"), {1, 2}, iter([1])]
for value in values:
    print(type(value).__name__, shape(value))
