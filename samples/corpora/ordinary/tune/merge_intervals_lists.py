def merge(intervals):
    result = []
    for low, high in sorted(intervals):
        if result and low <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], high))
        else:
            result.append((low, high))
    return result


def compress(numbers):
    parts = []
    start = previous = None
    for n in sorted(set(numbers)):
        if previous is not None and n == previous + 1:
            previous = n
            continue
        if start is not None:
            parts.append(f"{start}-{previous}" if start != previous else f"{start}")
        start = previous = n
    if start is not None:
        parts.append(f"{start}-{previous}" if start != previous else f"{start}")
    return ",".join(parts)


def expand(text):
    numbers = []
    for part in text.split(","):
        low, dash, high = part.partition("-")
        numbers.extend(range(int(low), int(high) + 1) if dash else [int(low)])
    return numbers


print(merge([(1, 3), (2, 6), (8, 10), (15, 18), (10, 11)]), merge([]), merge([(1, 1)]))
for numbers in ([1, 2, 3, 5, 7, 8, 9], [4], [], [10, 1, 2, 2, 9]):
    text = compress(numbers)
    print(numbers, repr(text))
    if text:
        assert expand(text) == sorted(set(numbers))
rotate = lambda items, k: items[-k % len(items):] + items[:-k % len(items)]
print(rotate([1, 2, 3, 4, 5], 2), rotate(list("abc"), -1))
pairs = [(a, b) for a in range(1, 10) for b in range(a, 10) if a + b == 10]
print(pairs, sum(a * b for a, b in pairs))
matrix = [[1, 2, 3], [4, 5, 6]]
print([x for row in matrix for x in row], [list(r) for r in zip(*matrix)], [row[::-1] for row in matrix])
numbers = [4, 8, 15, 16, 23, 42]
del numbers[1:3]
numbers[1:1] = [7, 7]
numbers.insert(0, -1)
print(numbers, numbers.index(7), numbers.count(7), numbers.pop(), numbers)
