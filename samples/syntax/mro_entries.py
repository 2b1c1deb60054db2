"""Construct: an object that is no class stands among the bases by __mro_entries__."""

import types


class Factory:
    def __init__(self, *classes):
        self.classes = classes

    def __mro_entries__(self, bases):
        print("asked with", len(bases), "bases, place", bases.index(self))
        return self.classes


class A:
    pass


class B:
    pass


both, nothing = Factory(A, B), Factory()


class Made(both, nothing):
    pass


class Plain(A):
    pass


print([base.__name__ for base in Made.__mro__])
print(Made.__bases__ == (A, B), Made.__orig_bases__ == (both, nothing))
print(hasattr(Plain, "__orig_bases__"), types.get_original_bases(Made)[0] is both)
print(types.get_original_bases(Plain) == (A,))
print([base.__name__ for base in types.resolve_bases((int, both))])
print(types.new_class("N", (nothing,)).__bases__ == (object,))
for make in (lambda: type("T", (both,), {}), lambda: types.new_class("T", (5,)),
             lambda: types.new_class("T", (Factory(5),))):
    try:
        print(make())
    except TypeError as error:
        print(type(error).__name__)
