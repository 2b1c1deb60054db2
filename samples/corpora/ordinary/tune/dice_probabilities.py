from collections import Counter
from fractions import Fraction
from itertools import product


def distribution(count, sides=6):
    totals = Counter(sum(roll) for roll in product(range(1, sides + 1), repeat=count))
    whole = sides ** count
    return {t: Fraction(n, whole) for t, n in sorted(totals.items())}


for count in (1, 2, 3):
    table = distribution(count)
    best = max(table, key=table.get)
    mean = sum(t * p for t, p in table.items())
    print(f"{count} dice: mean {mean}, most likely {best} with {table[best]} = {float(table[best]):.4f}")

for total, p in distribution(2).items():
    print(f"{total:2} {str(p):>5} {'#' * (p * 36).numerator}")
print(sum(distribution(3).values()) == 1)
doubles = sum(1 for a, b in product(range(1, 7), repeat=2) if a == b)
print(Fraction(doubles, 36))
print("at least one six in four rolls:", 1 - Fraction(5, 6) ** 4)
