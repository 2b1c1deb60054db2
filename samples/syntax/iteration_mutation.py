"""Construct: containers that change while they are iterated."""

numbers = [1, 2, 3, 4]
seen = []
for number in numbers:
    seen.append(number)
    if number % 2:
        numbers.remove(number)
print(numbers, seen)
growing = iter(numbers)
print(next(growing), numbers.append(5), numbers.insert(0, 0))
print(list(growing), numbers.append(6), list(growing))
table = {"a": 1, "b": 2}
view, items = table.keys(), iter(table.items())
table["a"] = 99
print(next(items), len(view), view & {"a", "z"}, next(items))
table["c"] = 3
print([*view], [*reversed(table)], table.popitem())
print(list(view), view == {"a", "b"}, view.mapping["b"])


def change(container, action):
    try:
        for place, _ in enumerate(container):
            if place < 3:
                action(container, place)
        return "fine"
    except RuntimeError as error:
        return type(error).__name__


print(change({1: 1}, lambda d, n: d.update({n + 5: 0})))
print(change({1: 1, 2: 2}, lambda d, n: d.__setitem__(1, n)))
print(change({1, 2}, lambda s, n: s.add(n + 7)), change({1: 1, 2: 2}, lambda d, n: d.pop(2, None)))
print(change([1], lambda l, n: l.append(n)), change(bytearray(b"ab"), lambda b, n: b.append(n)))
