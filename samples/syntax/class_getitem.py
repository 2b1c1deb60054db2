"""Construct: __class_getitem__ answers when a class is indexed."""

import types
import typing


class Grid:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"

    def __getitem__(self, key):
        return "instance", key


class Wide(Grid):
    pass


class Meta(type):
    def __getitem__(cls, key):
        return "metaclass", key


class Ruled(Grid, metaclass=Meta):
    pass


class Box(list):
    __class_getitem__ = classmethod(types.GenericAlias)


print(Grid[int], Wide[1, 2], Wide[1:3], Grid()[4], Ruled[5], Grid["a", ...])
print(Box[int].__origin__ is Box, Box[int].__args__, Box[int]([1, 2]))
print(type(Box[int]()).__name__, Box[int] == Box[int])
print(list[int], dict[str, list[int]], tuple[int, ...])
print(list[int] == list[str], type(list[int]([3])), typing.get_args(set[str]))
for make in (lambda: int[3], lambda: isinstance([], list[int]), lambda: type("Plain", (), {})[0]):
    try:
        print(make())
    except TypeError as error:
        print(type(error).__name__)
