from itertools import combinations, permutations, product

GUESTS = ["Ana", "Bob", "Cid", "Dot", "Eve"]
LIKES = {("Ana", "Bob"): 3, ("Ana", "Cid"): -2, ("Bob", "Dot"): 4, ("Cid", "Eve"): 5, ("Dot", "Eve"): -1, ("Bob", "Cid"): 1}


def liking(a, b):
    return LIKES.get((a, b), LIKES.get((b, a), 0))


def happiness(order):
    return sum(liking(order[i], order[(i + 1) % len(order)]) for i in range(len(order)))


first, *others = GUESTS
plans = [(happiness((first, *p)), (first, *p)) for p in permutations(others)]
best, worst = max(plans), min(plans)
print(len(plans), "plans")
print("best", best[0], " ".join(best[1]))
print("worst", worst[0], " ".join(worst[1]))
for a, b in combinations(GUESTS, 2):
    if liking(a, b):
        print(f"{a} and {b}: {liking(a, b):+d}")
menus = list(product(["soup", "salad"], ["fish", "pasta", "steak"], ["cake"]))
print(len(menus), menus[0], menus[-1])
prices = {"soup": 4, "salad": 5, "fish": 15, "pasta": 11, "steak": 19, "cake": 6}
affordable = [m for m in menus if sum(prices[d] for d in m) <= 24]
print(affordable)
print(["".join(c) for c in combinations("abcd", 3)], len(list(permutations(range(5), 2))))
