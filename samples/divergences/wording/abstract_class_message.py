"""The text of the error raised when an abstract class is instantiated

provenance: own campaign
"""

from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Return the area in square units."""


try:
    Shape()
except TypeError as error:
    print(type(error).__name__)
    print(str(error))
