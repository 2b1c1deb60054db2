"""Construct: int, float, complex, bytes, round and others convert by methods of the object."""

import math
import operator


class Number:
    __int__ = lambda self: 3
    __float__ = lambda self: 2.5
    __complex__ = lambda self: 1 + 2j
    __bytes__ = lambda self: b"bytes"
    __round__ = lambda self, digits=None: f"round {digits}"
    __trunc__ = lambda self: "trunc"
    __floor__ = __ceil__ = lambda self: "floor or ceil"
    __abs__ = lambda self: "abs"
    __neg__ = __pos__ = __invert__ = lambda self: "unary"
    __divmod__ = lambda self, other: ("divmod", other)


class Index:
    __index__ = lambda self: 2


n, i = Number(), Index()
print(int(n), float(n), complex(n), bytes(n), abs(n), -n, +n, ~n, divmod(n, 7))
print(math.trunc(n), math.floor(n), math.ceil(n), round(n), round(n, 2))
print("%d %.1f" % (n, n), operator.index(i), int(i), float(i), complex(i))
print("abc"[i], [0] * i, range(i), bin(i), bytes(i), round(2.567, i))
print("x".center(5, "*")[:i])
for action in (lambda: int(object()), lambda: "abc"[n], lambda: range(n), lambda: hex(n),
               lambda: int("1_0", 2) + int("0x1f", 16),
               lambda: int(type("S", (), {"__int__": lambda s: "3"})()),
               lambda: bytes(type("B", (), {"__bytes__": lambda s: "no"})())):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
