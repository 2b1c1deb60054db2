"""Construct: __init_subclass__ is called for each subclass, with the keywords of its statement."""

log = []


class Base:
    def __init_subclass__(cls, *, tag="untagged", **rest):
        log.append((cls.__name__, tag, sorted(vars(cls).keys() & {"early"})))
        super().__init_subclass__(**rest)
        cls.tag = tag


class Tracked:
    def __init_subclass__(cls, level=0, **rest):
        super().__init_subclass__(**rest)
        cls.level = level


class One(Base, tag="first"):
    early = 1


class Two(One):
    pass


class Three(Base, Tracked, level=3, tag="third"):
    pass


print(*log, sep="\n")
print(One.tag, Two.tag, Three.level, hasattr(Base, "tag"))
print(type("Made", (Base,), {}, tag="made").tag)
for bases, keywords in (((Base,), {"unknown": 1}), ((), {"tag": 1}),
                        ((Tracked, One), {"level": 5})):
    try:
        print(type("X", bases, {}, **keywords).level)
    except TypeError as error:
        print(type(error).__name__)
print(isinstance(vars(Base)["__init_subclass__"], classmethod), log[-1])
