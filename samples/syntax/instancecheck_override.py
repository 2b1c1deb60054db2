"""Construct: a metaclass answers isinstance and issubclass."""

log = []


class Meta(type):
    def __instancecheck__(cls, instance):
        log.append(("instance", repr(instance)))
        return cls.test(instance)

    def __subclasscheck__(cls, candidate):
        log.append(("subclass", candidate.__name__))
        return candidate.__name__.startswith("Even")


class Even(metaclass=Meta):
    test = staticmethod(lambda value: isinstance(value, int) and value % 2 == 0)


class EvenMore(Even):
    pass


print(isinstance(4, Even), isinstance(5, Even), isinstance(Even(), Even))
print(issubclass(int, Even), issubclass(EvenMore, Even))
print(isinstance(6, (str, Even)), isinstance("a", (str, Even)))
print(issubclass(str, (Even, str)), isinstance(3, int | None))
print([shown for shown in log if "object" not in shown[1]], Even.__instancecheck__(8))


class Disguised:
    __class__ = property(lambda self: int)


print(isinstance(Disguised(), int), isinstance(Disguised(), Disguised))
print(type(Disguised()) is int, Disguised().__class__)
for kinds in (5, (int, 5), [int], "int"):
    try:
        print(isinstance("text", kinds))
    except TypeError as error:
        print(type(error).__name__)
