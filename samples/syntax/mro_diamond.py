"""Construct: the method resolution order of a diamond, of a conflict and of one's own making."""


class Root:
    def who(self):
        return ["Root"]


class Left(Root):
    def who(self):
        return ["Left", *super().who()]


class Right(Root):
    def who(self):
        return ["Right", *super().who()]


class Bottom(Left, Right):
    def who(self):
        return ["Bottom", *super().who()]


class Backwards(type):
    def mro(cls):
        first, *middle, last = super().mro()
        return [first, *reversed(middle), last]


names = lambda cls: [base.__name__ for base in cls.__mro__]
print(names(Bottom), Bottom().who(), Left().who())
print(Bottom.__base__.__name__, Root.__subclasses__() == [Left, Right])
print(names(Backwards("Turned", (Left, Right), {})), Backwards("Turned", (Left, Right), {})().who())
Bottom.__bases__ = (Right, Left)
print(names(Bottom), Bottom().who(), Bottom.mro() == list(Bottom.__mro__))
for bases in ((Root, Left), (Left, Left), (Left, Right),
              (type("A", (Left, Right), {}), type("B", (Right, Left), {}))):
    try:
        print(names(type("New", bases, {})))
    except TypeError as error:
        print(type(error).__name__)
