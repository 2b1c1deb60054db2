"""Construct: the metaclass of a class is the most derived one, or there is a conflict."""


class Left(type):
    pass


class Right(type):
    pass


class Both(Left, Right):
    pass


A, B = Left("A", (), {}), Right("B", (), {})
for label, make in (
    ("two that are unrelated", lambda: type("C", (A, B), {})),
    ("the derived one is asked for", lambda: Both("C", (A, B), {})),
    ("a plain type is asked for", lambda: type("C", (A,), {})),
    ("its own base is asked for", lambda: Left("C", (Both("D", (), {}),), {})),
):
    try:
        print(label, "->", type(make()).__name__)
    except TypeError as error:
        print(label, "->", type(error).__name__)


class Mixed(A, B, metaclass=Both):
    pass


class Child(Mixed):
    pass


print(type(Mixed).__name__, type(Child).__name__, isinstance(Child, Right), isinstance(A, Right))
