names = ["ada", "bob", "cid"]
ages = [36, 41, 29]
cities = ["London", "Oslo", "Rome"]

for i, (name, age, city) in enumerate(zip(names, ages, cities), start=1):
    print(i, name.title(), age, city)
print(dict(zip(names, ages)))
print(list(zip(*[(1, "a"), (2, "b"), (3, "c")])))
print([n for n, a in zip(names, ages) if a > 30])
print({n: c for n, c in sorted(zip(names, cities), key=lambda t: t[1])})
print(list(map(lambda a, b: a + b, ages, [1, 2, 3])))
print(list(filter(None, [0, 1, "", "x", [], [0]])))
print(any(a > 40 for a in ages), all(a > 30 for a in ages))
print(list(reversed(names)), sorted(ages, reverse=True), sorted(names, key=len))
first, *middle, last = range(6)
print(first, middle, last)
(a, b), c = (1, 2), 3
a, b, c = c, a, b
print(a, b, c)
nested = [[1, 2], [3, [4, 5]], 6]


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten(nested)))
print([[x * y for x in range(1, 4)] for y in range(1, 4)])
print(list(range(10))[::3], list(range(10, 0, -4)), list("abcdef")[-2::-2])
try:
    list(zip([1, 2], [1], strict=True))
except ValueError:
    print("lengths differ")
