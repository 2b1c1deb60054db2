"""Construct: a descriptor with only __get__ yields to the instance dictionary."""


class Lazy:
    def __init__(self, compute):
        self.compute = compute

    def __get__(self, instance, owner=None):
        if instance is None:
            return f"<lazy of {owner.__name__}>"
        print("computing", self.compute.__name__)
        value = instance.__dict__[self.compute.__name__] = self.compute(instance)
        return value


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @Lazy
    def area(self):
        return self.radius ** 2 * 3


circle = Circle(2)
print(circle.area, circle.area, vars(circle), Circle.area)
circle.area = 5
del circle.__dict__["area"]
print(circle.area, hasattr(Lazy, "__set__"))
bound = (lambda self, more: self.radius + more).__get__(circle)
print(bound(10), bound.__self__ is circle, Circle.__dict__["area"].compute(circle))
