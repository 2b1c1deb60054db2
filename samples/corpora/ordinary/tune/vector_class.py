import math
from functools import total_ordering


@total_ordering
class Vector:
    def __init__(self, *xs):
        self.xs = tuple(xs)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.xs, other.xs)))

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(*(-a for a in self.xs))

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return Vector(*(a * k for a in self.xs))

    __rmul__ = __mul__

    def __abs__(self):
        return math.hypot(*self.xs)

    def __eq__(self, other):
        return self.xs == other.xs

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __bool__(self):
        return any(self.xs)

    def __repr__(self):
        return f"Vector{self.xs}"


a, b = Vector(1, 2, 2), Vector(3, 0, 4)
print(a + b, a - b, a * 3, 2 * b)
print(a * b, abs(a), abs(b))
print(a < b, a >= b, a == Vector(1, 2, 2), bool(Vector(0, 0)))
print(sorted([b, a, Vector(0, 1, 0)]))
print(len({a, b, Vector(1, 2, 2)}), [x for x in a], b[-1])
