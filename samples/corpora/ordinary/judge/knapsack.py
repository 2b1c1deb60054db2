def knapsack(items, capacity):
    best = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (_, weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c:
                best[i][c] = max(best[i][c], best[i - 1][c - weight] + value)
    chosen = []
    c = capacity
    for i in range(len(items), 0, -1):
        if best[i][c] != best[i - 1][c]:
            name, weight, _ = items[i - 1]
            chosen.append(name)
            c -= weight
    return best[-1][capacity], chosen[::-1]


def coins(amount, values):
    ways = [1] + [0] * amount
    for v in values:
        for a in range(v, amount + 1):
            ways[a] += ways[a - v]
    return ways[amount]


def lcs(a, b):
    table = {}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0 or j == 0:
                table[i, j] = ""
            elif a[i - 1] == b[j - 1]:
                table[i, j] = table[i - 1, j - 1] + a[i - 1]
            else:
                table[i, j] = max(table[i - 1, j], table[i, j - 1], key=len)
    return table[len(a), len(b)]


ITEMS = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("camera", 32, 30)]
for capacity in (10, 60, 100, 220):
    print(capacity, *knapsack(ITEMS, capacity))
print(coins(100, [1, 5, 10, 25, 50]))
print(lcs("AGGTAB", "GXTXAYB"), lcs("programming", "gaming"))
