"""Construct: match with literals, None, constants by dotted name and a wildcard."""

import types

Colour = types.SimpleNamespace(RED="red", LIMIT=10)


def kind(value):
    match value:
        case None | True | False:
            return "singleton"
        case 0:
            return "zero"
        case -1 | 2.5 | 3 + 4j | -5 - 6j:
            return "number"
        case "" | b"":
            return "empty"
        case "a" "b":
            return "joined"
        case Colour.RED:
            return "red"
        case Colour.LIMIT:
            return "limit"
        case str(text) | bytes(text):
            return f"text {text!r}"
        case _:
            return "other"


for value in (None, False, 0, 0.0, 1, -1, 2.5, 3 + 4j, "", b"", "ab", "red", 10.0, b"x", "z", []):
    print(repr(value), kind(value))
