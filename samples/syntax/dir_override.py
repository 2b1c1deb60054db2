"""Construct: __dir__ says what dir lists, for instances, classes and modules."""

import types


class Meta(type):
    def __dir__(cls):
        return ["from_meta", *(name for name in super().__dir__() if not name.startswith("__"))]


class Plain(metaclass=Meta):
    class_level = 1

    def __init__(self):
        self.own = 2


class Listed(Plain):
    def __dir__(self):
        return ("zebra", "apple", "mango")


print([name for name in dir(Plain()) if not name.startswith("__")])
print(dir(Listed()), dir(Plain), Listed().__dir__(), sorted(vars(Plain())))
module = types.ModuleType("made")
module.__dir__ = lambda: ["beta", "alpha"]
print(dir(module), [name for name in dir(int) if name.startswith("bit_")])


def names_inside(argument):
    local = argument
    return dir()


print(names_inside(1), "__init__" in dir(object), "names_inside" in dir())
