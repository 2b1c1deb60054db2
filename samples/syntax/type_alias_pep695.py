"""Construct: the type statement makes an alias that is evaluated when it is asked for (PEP 695)."""

import typing

type Number = int | float
type Tree[T] = T | list[Tree[T]]
type Later = undefined_yet
type Call[**P, *Ts] = typing.Callable[P, tuple[*Ts]]


class Holder:
    size = int
    type Inner = list[size]


print(Number, Number.__value__, Number.__name__)
print(Number.__type_params__, isinstance(Number, typing.TypeAliasType))
print(Tree.__type_params__, Tree[int], Tree[int].__origin__ is Tree)
print(Tree[int].__args__, Tree.__value__.__args__[0])
print(Call.__type_params__, Holder.Inner, Holder.Inner.__value__, Number | None, Tree.__module__)
try:
    print(Later.__value__)
except NameError as error:
    print(type(error).__name__)
undefined_yet = "defined"
print(Later.__value__, Later.__value__ is undefined_yet)
for action in (lambda: Number[int], lambda: Number(), lambda: isinstance(1, Number)):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)
type = "only a name here"
print(type, [type for type in range(2)])
