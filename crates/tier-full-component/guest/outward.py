"""Objects on their way out: a copy is made of what is data, and a handle stands for what is not.

Nothing here recurses: how deep a program lets functions call is not to matter to its values.
"""

__builtins__ = dict(vars(__import__("builtins")))

from itertools import chain

from inward import BITS, DEPTH_MAX, NUMBER
from texts import encoded
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

# What a message can carry, and what every value counts for towards it: `wire::FRAME_BYTES_MAX` and
# `tier_api::any::VALUE_BYTES`.
MESSAGE_BYTES_MAX = 64 << 20
VALUE_BYTES = 16

BITS_OF_A_BYTE = 8


class NoCopy(Exception):
    """A copy would not be one: the value holds itself, is nested too deep, or is a set with elements which only their
    identities tell apart."""


class TooLong(Exception):
    """No message could carry the value, which takes so many bytes at least."""

    def __init__(self, bytes):
        self.bytes = bytes


def outward(object, handles):
    """Returns the tokens of `object`: a copy with handles for what is no data in it, or a handle for the whole of it."""
    mark = handles.next
    try:
        return Copy(handles).tokens_of(object)
    except NoCopy:
        handles.release_since(mark)
        return [Token_Handle(handles.hold(object))]
    except BaseException:
        handles.release_since(mark)
        raise


class Copy:
    def __init__(self, handles):
        self.handles = handles
        self.bytes = 0

    def tokens_of(self, object):
        tokens = []
        # What is still to be copied of the containers around, and those containers' identities.
        left, within = [iter((object,))], []
        while left:
            for item in left[-1]:
                container = CONTAINERS.get(type(item))
                if container is None:
                    tokens.append(self.leaf(item))
                    continue
                if len(within) == DEPTH_MAX or id(item) in within:
                    raise NoCopy
                token, items_of = container
                self.count(VALUE_BYTES)
                items = items_of(item)
                tokens.append(token(len(item)))
                left.append(iter(items))
                within.append(id(item))
                break
            else:
                left.pop()
                if within:
                    within.pop()
        return tokens

    def leaf(self, object):
        leaf = LEAVES.get(type(object))
        token = leaf(object) if leaf else Token_Handle(self.handles.hold(object))
        self.count(VALUE_BYTES + extent(token))
        return token

    def count(self, bytes):
        self.bytes += bytes
        if self.bytes > MESSAGE_BYTES_MAX:
            raise TooLong(self.bytes)


def extent(token):
    """Returns what a token counts for beside being one."""
    if type(token) is Token_Handle:
        return len(token.value.type_name)
    return len(token.value) if type(token) in (Token_Bytes, Token_Integer, Token_Text) else 0


def bits(number):
    return BITS.unpack(NUMBER.pack(number))[0]


def integer(value):
    # One bit more for the sign.
    return Token_Integer(value.to_bytes(value.bit_length() // BITS_OF_A_BYTE + 1, "little", signed=True))


LEAVES = {
    type(None): lambda object: Token_None_(),
    bool: Token_Boolean,
    int: integer,
    float: lambda object: Token_Floating(bits(object)),
    complex: lambda object: Token_Complex((bits(object.real), bits(object.imag))),
    str: lambda object: Token_Text(encoded(object)),
    bytes: Token_Bytes,
}


def elements(set):
    """Returns the elements, of which no two may have the same copy: two NaNs have."""
    found = list(set)
    if len({likeness(element) for element in found}) < len(found):
        raise NoCopy
    return found


def likeness(object):
    """Returns what two objects have in common only if they would have the same copy."""
    kind = type(object)
    if kind is float:
        return kind, bits(object)
    if kind is complex:
        return kind, bits(object.real), bits(object.imag)
    if kind is tuple:
        return kind, tuple(map(likeness, object))
    if kind is frozenset:
        return kind, frozenset(map(likeness, object))
    return (kind, object) if kind in LEAVES else (kind, id(object))


CONTAINERS = {
    list: (Token_Sequence, list),
    tuple: (Token_Tuple, iter),
    dict: (Token_Dictionary, lambda dict: list(chain.from_iterable(dict.items()))),
    set: (Token_Elements, elements),
    frozenset: (Token_FrozenElements, elements),
}
