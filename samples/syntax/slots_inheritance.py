"""Construct: __slots__ replace the instance dictionary, along inheritance."""


class Base:
    __slots__ = ("a", "__private")

    def __init__(self):
        self.a, self.__private = 1, "hidden"


class Slotted(Base):
    __slots__ = {"b": "documented", "c": None}


Open = type("Open", (Slotted,), {})


class Chosen(Base):
    __slots__ = ("__dict__", "__weakref__")


slotted, opened, chosen = Slotted(), Open(), Chosen()
slotted.b = opened.b = chosen.z = 5
opened.d = 6
print(slotted.a, slotted.b, slotted._Base__private)
print(opened.__dict__, vars(chosen), Slotted.__slots__)
print([hasattr(thing, "__dict__") for thing in (slotted, opened, chosen)])
print(type(Base.a).__name__, Base.a.__get__(slotted))
Base.a.__set__(slotted, "by descriptor")
del slotted.b
for action in (lambda: setattr(slotted, "x", 1), lambda: slotted.b, lambda: vars(slotted),
               lambda: delattr(slotted, "c"),
               lambda: type("Two", (Slotted, type("S", (), {"__slots__": ["s"]})), {}),
               lambda: slotted.a, lambda: type("Bad", (), {"__slots__": "a", "a": 1}),
               lambda: type("Bad", (), {"__slots__": ["1x"]}),
               lambda: type("Fine", (Slotted, type("E", (), {"__slots__": ()})), {}).__name__):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__)
