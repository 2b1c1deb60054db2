import random
from collections import Counter

rng = random.Random(12345)
rolls = [rng.randint(1, 6) + rng.randint(1, 6) for _ in range(500)]
counts = Counter(rolls)

for value in range(2, 13):
    share = counts[value] / len(rolls)
    print(f"{value:2d} {counts[value]:4d} {share:6.1%} {'=' * round(share * 100)}")
print("most common:", counts.most_common(3))
mean = sum(rolls) / len(rolls)
variance = sum((r - mean) ** 2 for r in rolls) / len(rolls)
print(f"mean {mean:.3f}, standard deviation {variance ** 0.5:.3f}")

ordered = sorted(rolls)
print("quartiles", ordered[len(ordered) // 4], ordered[len(ordered) // 2], ordered[3 * len(ordered) // 4])


def buckets(values, size):
    out = Counter()
    for v in values:
        low = v // size * size
        out[f"{low}-{low + size - 1}"] += 1
    return out


print(dict(sorted(buckets(rolls, 4).items(), key=lambda kv: int(kv[0].split("-")[0]))))
counts.subtract({7: 10, 2: 1})
print(counts[7], (counts & Counter({2: 3, 12: 1})), sum((counts + Counter(a=1)).values()))
