"""Construct: an abstract base class takes virtual subclasses by register and by hook."""

import abc
import collections.abc


class Sized(abc.ABC):
    @abc.abstractmethod
    def size(self):
        return 0

    @classmethod
    def __subclasshook__(cls, candidate):
        return True if cls is Sized and "has_size" in vars(candidate) else NotImplemented


class Half(Sized):
    other = abc.abstractmethod(lambda self: None)


class Whole(Half):
    size = other = lambda self: 5


Registered = Sized.register(type("Registered", (), {}))
Hooked = type("Hooked", (), {"has_size": True})
print([issubclass(cls, Sized) for cls in (Registered, Hooked, Half, Whole, int)])
print(isinstance(Registered(), Half), Sized in Registered.__mro__, sorted(Half.__abstractmethods__))
print(Whole().size(), Sized.register(int) is int, isinstance(True, Sized))
print(isinstance({}.keys(), collections.abc.Set), issubclass(range, collections.abc.Sequence))
for action in (Half, lambda: Whole.register(Sized), lambda: Sized.register(5), Sized.size):
    try:
        print(action())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__)
