"""Construct: names with two leading underscores are private to the class that writes them."""


class Base:
    __secret = "base"

    def __hidden(self):
        return "hidden of base"

    def call(self):
        return self.__hidden(), self.__secret, self.__dunder__, __import__.__name__

    __dunder__ = "not mangled"
    __trailing_ = "mangled"

    _Inner__ = type("_Inner__", (), {"__deep": "made by hand"})


class Child(Base):
    __secret = "child"

    def __hidden(self):
        return "hidden of child"

    def look(self, __argument="x"):
        __local = [name for name in locals()]
        return self.__secret, __local, "__secret", getattr(self, "__secret", "no such name")

    outside = lambda self: __free


_Child__free = "found as a global"
child = Child()
print(child.call(), child.look(), child.outside(), sep="\n")
print(child._Base__secret, child._Child__hidden())
print(sorted(name for name in vars(Base) if name.startswith("_Base")))
print(vars(Base._Inner__)["__deep"])
child.__secret = "set outside"
print(vars(child), child.look(_Child__argument=2)[0])
try:
    print(child.__hidden())
except AttributeError as error:
    print(type(error).__name__, error.name, error.obj is child)
