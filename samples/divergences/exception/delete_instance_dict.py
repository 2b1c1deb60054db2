"""The dictionary of an object cannot be deleted

provenance: RustPython/RustPython#7568
"""


class Point:
    pass


point = Point()
point.x = 1
try:
    del point.__dict__
    print(hasattr(point, "x"))
except TypeError as error:
    print(type(error).__name__)
