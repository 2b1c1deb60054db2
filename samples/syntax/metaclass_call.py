"""Construct: __call__ of a metaclass decides what calling a class does."""


class Interned(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.pool = {}

    def __call__(cls, *args):
        if args not in cls.pool:
            print("make", cls.__name__, args)
            cls.pool[args] = super().__call__(*args)
        return cls.pool[args]

    def __getitem__(cls, key):
        return cls.pool[key if isinstance(key, tuple) else (key,)]

    def __iter__(cls):
        return iter(sorted(cls.pool))

    __len__ = lambda cls: len(cls.pool)
    __contains__ = lambda cls, key: key in cls.pool


class Point(metaclass=Interned):
    def __init__(self, x, y):
        self.x, self.y = x, y


one, again, other = Point(2, 1), Point(2, 1), Point(1, 5)
print(one is again, one is other, Point[2, 1] is one, list(Point), len(Point), (1, 5) in Point)
try:
    Point(1)
except TypeError as error:
    print(type(error).__name__, len(Point), bool(Point))
