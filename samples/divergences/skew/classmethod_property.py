"""A property behind a classmethod is not called

provenance: own campaign
"""


class Shape:
    @classmethod
    @property
    def name(cls):
        return "shape"


print(type(Shape.name).__name__)
