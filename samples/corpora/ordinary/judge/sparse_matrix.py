from collections import defaultdict


class Sparse:
    def __init__(self, rows, cols, entries=None):
        self.shape = rows, cols
        self.data = {k: v for k, v in (entries or {}).items() if v}

    def __getitem__(self, key):
        i, j = key
        if not (0 <= i < self.shape[0] and 0 <= j < self.shape[1]):
            raise IndexError(f"{key} is outside of {self.shape}")
        return self.data.get(key, 0)

    def __add__(self, other):
        total = defaultdict(int, self.data)
        for k, v in other.data.items():
            total[k] += v
        return Sparse(*self.shape, total)

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        out = defaultdict(int)
        for (i, k), a in self.data.items():
            for (k2, j), b in other.data.items():
                if k == k2:
                    out[i, j] += a * b
        return Sparse(self.shape[0], other.shape[1], out)

    @property
    def T(self):
        return Sparse(self.shape[1], self.shape[0], {(j, i): v for (i, j), v in self.data.items()})

    def density(self):
        return len(self.data) / (self.shape[0] * self.shape[1])

    def rows(self):
        for i in range(self.shape[0]):
            yield [self[i, j] for j in range(self.shape[1])]


a = Sparse(3, 4, {(0, 1): 2, (1, 3): -1, (2, 0): 5, (2, 2): 0})
b = Sparse(4, 2, {(0, 0): 1, (1, 1): 3, (3, 0): 4})
for name, m in (("a", a), ("b", b), ("a@b", a @ b), ("a.T", a.T), ("a+a", a + a)):
    print(name, m.shape, f"{m.density():.2f}")
    for row in m.rows():
        print("  ", *(f"{v:3d}" for v in row))
for action in (lambda: a[3, 0], lambda: a @ a):
    try:
        action()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, "-", e)
