from collections import deque
from itertools import accumulate, pairwise, tee
from operator import mul

PRICES = [22, 24, 23, 27, 30, 28, 26, 31, 35, 33, 36, 40]


def moving_average(values, n):
    window = deque(maxlen=n)
    for v in values:
        window.append(v)
        if len(window) == n:
            yield sum(window) / n


def exponential(values, alpha):
    current = None
    for v in values:
        current = v if current is None else alpha * v + (1 - alpha) * current
        yield current


print([round(x, 2) for x in moving_average(PRICES, 3)])
print([round(x, 3) for x in exponential(PRICES, 0.5)])
changes = [b - a for a, b in pairwise(PRICES)]
print(changes, sum(changes), max(changes), min(changes))
print(list(accumulate(PRICES)), list(accumulate(PRICES, max))[-1])
print(list(accumulate(range(1, 8), mul)))
best = max(((b - a, i, j) for i, a in enumerate(PRICES) for j, b in enumerate(PRICES) if j > i))
print("buy on day %d, sell on day %d, gain %d" % (best[1], best[2], best[0]))
a, b = tee(moving_average(PRICES, 6))
next(b)
print(["up" if y > x else "down" for x, y in zip(a, b)])
low, high = min(PRICES), max(PRICES)
for day, price in enumerate(PRICES):
    print(f"{day:2} {price} {'.' * ((price - low) * 20 // (high - low))}*")
