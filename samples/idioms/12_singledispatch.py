"""Idiom: functools.singledispatch chooses by type, here a serializer to S-expressions."""

from collections.abc import Mapping
from decimal import Decimal
from functools import singledispatch


@singledispatch
def encode(value):
    return f"#<{type(value).__name__}>"


@encode.register
def _(value: int) -> str:
    return str(value)


@encode.register
def _(value: bool) -> str:
    return "#t" if value else "#f"


@encode.register
def _(value: str) -> str:
    return '"' + value.replace('"', '\\"') + '"'


@encode.register(list)
@encode.register(tuple)
def _(value):
    return f"({' '.join(map(encode, value))})"


@encode.register
def _(value: Mapping) -> str:
    return encode([list(pair) for pair in value.items()])


encode.register(type(None), lambda value: "nil")
encode.register(Decimal, lambda value: f"(decimal {value})")


class Symbol(str):
    """A bare word; without a rule of its own it is encoded like any other text."""


for sample in (42, True, 'say "hi"', [1, ("a", None)], {"x": 1, "y": [False]}, Symbol("pi"), 2.5):
    print(encode(sample))

encode.register(Symbol, str.lower)
print(encode([Symbol("DEFINE"), Symbol("Price"), Decimal("1.50"), "EUR"]))
print([kind.__name__ for kind in encode.registry])
print([encode.dispatch(kind) is encode.registry[Mapping] for kind in (dict, list, float)])
