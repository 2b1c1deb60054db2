"""Idiom: an abstract base class guards its interface, here shapes that must know their area."""

from abc import ABC, abstractmethod


class Shape(ABC):
    """Whatever has an area; it describes itself through the method its subclasses supply."""

    @abstractmethod
    def area(self):
        """Return the area in square units."""

    def describe(self):
        return f"{type(self).__name__}: {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Rect(Shape):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


for shape in (Square(3), Rect(2, 5)):
    print(shape.describe())

try:
    Shape()
except TypeError as error:
    print("abstract guard:", "Can't instantiate" in str(error))
