"""Values on their way in: a copy is made of what is data, and a handle becomes the object it stands for.

Nothing here recurses: how deep a program lets functions call is not to matter to its values.
"""

__builtins__ = dict(vars(__import__("builtins")))

from struct import Struct

from texts import decoded
from wit_world.exports.interpreter import (
    Token_Boolean,
    Token_Bytes,
    Token_Complex,
    Token_Dictionary,
    Token_Elements,
    Token_Floating,
    Token_FrozenElements,
    Token_Handle,
    Token_Integer,
    Token_None_,
    Token_Sequence,
    Token_Text,
    Token_Tuple,
)

DEPTH_MAX = 100

BITS, NUMBER = Struct("<Q"), Struct("<d")


def number(bits):
    return NUMBER.unpack(BITS.pack(bits))[0]


LEAVES = {
    Token_None_: lambda token: None,
    Token_Boolean: lambda token: token.value,
    Token_Integer: lambda token: int.from_bytes(token.value, "little", signed=True),
    Token_Floating: lambda token: number(token.value),
    Token_Complex: lambda token: complex(*map(number, token.value)),
    Token_Text: lambda token: decoded(token.value),
    Token_Bytes: lambda token: token.value,
}

# How a container is made of what it holds.
CONTAINERS = {
    Token_Sequence: lambda items: items,
    Token_Tuple: tuple,
    Token_Dictionary: lambda items: dict(zip(items[::2], items[1::2])),
    Token_Elements: set,
    Token_FrozenElements: frozenset,
}


def inward(tokens, handles):
    """Returns the object that `tokens` stand for."""
    # The containers around what is read: how each is made, how many items it will have, and those that are there.
    around = []
    for token in tokens:
        make = CONTAINERS.get(type(token))
        if make is None:
            value = handles.find(token.value) if type(token) is Token_Handle else LEAVES[type(token)](token)
        else:
            if len(around) == DEPTH_MAX:
                raise ValueError("the value is nested too deep")
            around.append((make, token.value * 2 if type(token) is Token_Dictionary else token.value, []))
            if around[-1][1]:
                continue
            make, _, items = around.pop()
            value = make(items)
        while around:
            make, count, items = around[-1]
            items.append(value)
            if len(items) < count:
                break
            around.pop()
            value = make(items)
    return value
