"""Construct: with the future import, annotations are kept as text and evaluated on demand."""

from __future__ import annotations

import inspect
import typing

x: undefined_anywhere = 1
y: print("never printed")


def function(a: list[Later], *args: "quoted", b: 1 + 1 = 0) -> (yes if no else maybe):
    inner: 1 / 0 = a
    return inner


class Node:
    next: Node | None
    items: typing.ClassVar[list[Later]] = []


class Later:
    pass


def resolved(node: Node, later: Later = None) -> list[Later]:
    pass


print(__annotations__)
print(function.__annotations__, function(5), Node.__annotations__, sep="\n")
print(typing.get_type_hints(resolved) == {"node": Node, "later": Later, "return": list[Later]})
print(typing.get_type_hints(Node)["next"] == Node | None, inspect.signature(resolved))
print(inspect.signature(resolved, eval_str=True).return_annotation == list[Later])
try:
    typing.get_type_hints(function)
except NameError as error:
    print(type(error).__name__)
