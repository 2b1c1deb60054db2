import math


def plot(function, x_min, x_max, width=60, height=15):
    xs = [x_min + (x_max - x_min) * i / (width - 1) for i in range(width)]
    ys = [function(x) for x in xs]
    low, high = min(ys), max(ys)
    rows = [[" "] * width for _ in range(height)]
    for i, y in enumerate(ys):
        row = round((high - y) / (high - low) * (height - 1))
        rows[row][i] = "*"
    if low < 0 < high:
        axis = round(high / (high - low) * (height - 1))
        for i in range(width):
            if rows[axis][i] == " ":
                rows[axis][i] = "-"
    print(f"max {high:.3f}")
    print("\n".join("".join(row).rstrip() for row in rows))
    print(f"min {low:.3f}")


plot(math.sin, 0, 2 * math.pi)
plot(lambda x: x ** 3 - 2 * x, -2, 2, width=40, height=11)


def integrate(f, a, b, n=1000):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)


print(f"{integrate(math.sin, 0, math.pi):.5f} {integrate(lambda x: x * x, 0, 3):.4f}")
print(f"{math.degrees(math.pi / 3):.1f} {math.log2(1024)} {math.sqrt(2):.10f} {math.e:.6f} {math.floor(-2.5)} {math.ceil(2.1)}")
