"""Construct: type with three arguments makes a class at run time."""

import types


def describe(self):
    return f"{type(self).__name__}({self.size})"


def fill(namespace):
    namespace["size"] = 99
    namespace["__len__"] = lambda self: self.size


Base = type("Base", (), {"size": 1, "__repr__": describe, "__doc__": "Made by hand."})
Wide = type("Wide", (Base,), dict(size=5, __slots__=("extra",)))
Named = type("not an identifier", (int, Base), {"twice": property(lambda self: self * 2)})
print(Base(), Wide(), Base.__doc__, Base.__module__, Base.__qualname__, Wide.__mro__[1] is Base)
print(Named(21).twice, Named.__name__, isinstance(Named(1), Base), Wide.__slots__)
Filled = types.new_class("Filled", (Base,), {}, fill)
print(Filled(), len(Filled()), types.resolve_bases((Base,)) == (Base,), type(Filled) is type)
Base.__name__, Base.size = "Renamed", 8
print(Base(), Wide.__base__.__name__, type(5), type(Base) is type, type(type))
for arguments in (("X", ()), ("X", (5,), {}), ("X", (bool,), {}), (1, (), {}),
                  ("X", (Base, Base), {})):
    try:
        print(type(*arguments))
    except TypeError as error:
        print(len(arguments), type(error).__name__)
