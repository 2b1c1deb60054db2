"""Construct: super with and without arguments, for methods, class methods and properties."""


class Base:
    label = "base"
    size = property(lambda self: 1)

    def hello(self):
        return f"hello from {type(self).__name__}"

    @classmethod
    def create(cls, *args):
        return cls, args


class Child(Base):
    label = "child"
    size = property(lambda self: super(Child, self).size + 10)
    nested = lambda self: [__class__.__name__, super().label]

    def hello(self):
        return [super().hello(), (lambda: super(Child, self).hello())()]

    @classmethod
    def create(cls, *args):
        return super().create("extra", *args)


Grand = type("Grand", (Child,), {"label": "grand"})
grand = Grand()
print(grand.hello(), Grand.create(1) == (Grand, ("extra", 1)), grand.size, grand.nested())
print(super(Child, grand).label, super(Grand, Grand).create() == (Grand, ("extra",)))
print(super(Base, grand).__thisclass__ is Base, super(Grand, grand).label)
loose = lambda self: super().hello()
for action in (lambda: loose(grand), lambda: super(Child, Base()), lambda: super().label,
               lambda: super(Child, grand).missing, lambda: Child.hello(5)):
    try:
        print(action())
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__)
