from functools import lru_cache, reduce
from operator import xor


def nim_sum(piles):
    return reduce(xor, piles, 0)


def best_move(piles):
    total = nim_sum(piles)
    if total == 0:
        largest = max(range(len(piles)), key=lambda i: piles[i])
        return largest, 1
    for i, pile in enumerate(piles):
        if pile ^ total < pile:
            return i, pile - (pile ^ total)


@lru_cache(None)
def wins(piles):
    for i, pile in enumerate(piles):
        for take in range(1, pile + 1):
            rest = tuple(sorted(piles[:i] + (pile - take,) + piles[i + 1:]))
            if not wins(rest):
                return True
    return False


piles = [3, 5, 7]
turn = 0
while any(piles):
    i, take = best_move(piles)
    piles[i] -= take
    print(f"player {turn % 2 + 1} takes {take} from pile {i + 1}: {piles} {'|' * sum(piles)}")
    turn += 1
print("player", (turn - 1) % 2 + 1, "wins")
lost = [(a, b, c) for a in range(1, 5) for b in range(a, 6) for c in range(b, 7) if not wins((a, b, c))]
print(lost)
assert all(nim_sum(p) == 0 for p in lost)
print(wins.cache_info().currsize > 0)
