"""Construct: instances are called by __call__ of their class."""


class Adder:
    def __init__(self, start):
        self.total = start

    def __call__(self, *numbers, scale=1):
        self.total += sum(numbers) * scale
        return self


class Lazy:
    @property
    def __call__(self):
        return lambda text="": f"made for {text}"


class Chain:
    __call__ = Adder(100)


adder = Adder(1)
print(adder(2)(3, 4, scale=10).total, callable(adder), callable(Adder), callable(object()))
adder.__call__ = lambda *numbers: "of the instance"
print(adder(1).total, adder.__call__(1), Lazy()("x"))
print(Chain()(5).total, type(adder).__call__(adder).total)
print(list(map(Adder(0), [])), sorted([3, 1], key=Lazy().__call__))
print([f(2) for f in (hex, str, Lazy(), lambda n: -n)])
Adder.__call__ = len
print(callable(adder), type(Adder.__call__).__name__)
for action in (lambda: adder(), lambda: object()(), lambda: [].__len__()(), lambda: Chain()("x")):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)
del Adder.__call__
print(callable(adder), hasattr(adder, "__call__"))
