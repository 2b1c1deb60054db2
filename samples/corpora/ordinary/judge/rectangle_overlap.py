from dataclasses import dataclass


@dataclass(frozen=True)
class Rect:
    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self):
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("a rectangle needs a positive size")

    @property
    def area(self):
        return (self.right - self.left) * (self.bottom - self.top)

    def __and__(self, other):
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if left < right and top < bottom:
            return Rect(left, top, right, bottom)
        return None

    def __contains__(self, point):
        x, y = point
        return self.left <= x < self.right and self.top <= y < self.bottom


a, b, c = Rect(0, 0, 4, 3), Rect(2, 1, 6, 5), Rect(4, 0, 5, 1)
print(a, a.area)
print(a & b, (a & b).area)
print(a & c)
print((1, 1) in a, (4, 1) in a)
for y in range(5):
    print("".join("#" if (x, y) in a and (x, y) in b else "a" if (x, y) in a else "b" if (x, y) in b else "." for x in range(7)))
print(len({a, b, Rect(0, 0, 4, 3)}))
try:
    Rect(3, 0, 3, 5)
except ValueError as e:
    print("error:", e)
print(sorted([b, c, a], key=lambda r: r.area)[0])
