"""Matrices as lists of rows: product, transpose, determinant, inverse by fractions."""
from fractions import Fraction


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def transpose(m):
    return [list(row) for row in zip(*m)]


def minor(m, i, j):
    return [row[:j] + row[j + 1:] for k, row in enumerate(m) if k != i]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * determinant(minor(m, 0, j)) for j in range(len(m)))


def inverse(m):
    d = Fraction(determinant(m))
    n = len(m)
    cofactors = [[(-1) ** (i + j) * determinant(minor(m, i, j)) for j in range(n)] for i in range(n)]
    return [[x / d for x in row] for row in transpose(cofactors)]


def show(name, m):
    print(name)
    for row in m:
        print("  [" + " ".join(f"{str(x):>6}" for x in row) + "]")


a = [[2, 1, 3], [0, -1, 4], [1, 2, 5]]
b = [[1, 0, 2], [3, 1, 0], [0, 4, 1]]
show("a*b", multiply(a, b))
show("aT", transpose(a))
print("det a =", determinant(a), "det b =", determinant(b))
show("inverse of a", inverse(a))
show("a * inverse", multiply(a, inverse(a)))
