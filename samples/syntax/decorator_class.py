"""Construct: a class is decorated, and a class is a decorator."""

registry = {}


def register(key):
    def decorate(cls):
        registry[key] = cls
        cls.key = key
        return cls
    return decorate


class counted:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __get__(self, instance, owner):
        return self if instance is None else lambda *args: self(instance, *args)

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@register("s")
@(lambda cls: type(cls.__name__ + "Plus", (cls,), {"plus": True}))
class Shape:
    @counted
    def area(self, side):
        return side * side


shape = registry["s"]()
print(Shape.__name__, Shape.key, Shape.plus, [shape.area(n) for n in (2, 3)], Shape.area.calls)
@str
class Text: pass
print(type(Text).__name__, Text.endswith("Text'>"), counted(len)("four"))
