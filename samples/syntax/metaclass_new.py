"""Construct: a metaclass makes and changes classes in __new__ and __init__."""


class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        print("new", name, [base.__name__ for base in bases], options)
        namespace["made_by"] = mcls.__name__
        namespace |= {key.upper(): item for key, item in namespace.items() if type(item) is int}
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.options = options
        print("init", name, sorted(key for key in namespace if not key.startswith("__")))

    def shout(cls):
        return cls.__name__.upper() + "!"


class First(metaclass=Meta, colour="red"):
    size = 3


class Second(First, shape="round"):
    pass


print(type(First) is Meta, type(Second).__name__, First.SIZE, Second.made_by, Second.options)
print(First.shout(), Second.shout(), hasattr(First(), "shout"), Meta("Third", (First,), {}).options)
