"""Construct: annotations are evaluated where they stand, and stored under their names."""

log = []


def note(value):
    log.append(value)
    return value


x: note("x") = note("value of x")
y: note("y")
(z): note("in brackets") = 3
table = {}
table[note("index")]: note("of a target") = 1


def function(a: note("a"), *args: note("args"), b: note("b") = note("default")) -> note("return"):
    local: note("never evaluated") = 1
    return local


class Shape:
    sides: note(int)
    name: str = "shape"
    __private: bytes


print(log)
print(__annotations__, "y" in globals(), table)
print(function.__annotations__, function(1))
print(Shape.__annotations__, hasattr(Shape, "sides"))
print(type("Child", (Shape,), {}).__annotations__, (lambda: 0).__annotations__)
try:
    late: undefined_name
except NameError as error:
    print(type(error).__name__, "late" in __annotations__)
