"""Construct: the operator @ is defined by __matmul__, __rmatmul__ and __imatmul__ alone."""

import operator


class Matrix:
    def __init__(self, *rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        columns = [*zip(*other.rows)]
        return Matrix(*([sum(map(operator.mul, row, c)) for c in columns] for row in self.rows))

    def __rmatmul__(self, other):
        return f"{other} from the left"

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __repr__(self):
        return f"{self.rows}"


turn, shape = Matrix((0, -1), (1, 0)), Matrix((1, 2), (3, 4))
print(turn @ shape, shape @ turn, turn @ turn @ turn @ turn, [1] @ turn, 2 * 3 @ turn)
kept = shape
shape @= turn
print(kept is shape, shape, operator.matmul(turn, turn))
print(operator.imatmul(shape, shape) is kept, -1 @ turn)
for left, right in ((turn, 3), (3, 4), ([1], [2]), (turn, None)):
    try:
        print(left @ right)
    except TypeError as error:
        print(type(error).__name__)
