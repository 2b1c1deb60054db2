def partition(numbers, groups):
    target, rest = divmod(sum(numbers), groups)
    if rest or max(numbers) > target:
        return None
    numbers = sorted(numbers, reverse=True)
    bins = [[] for _ in range(groups)]

    def place(i):
        if i == len(numbers):
            return True
        tried = set()
        for b in bins:
            s = sum(b)
            if s in tried or s + numbers[i] > target:
                continue
            tried.add(s)
            b.append(numbers[i])
            if place(i + 1):
                return True
            b.pop()
        return False

    return bins if place(0) else None


def queens(n, row=0, columns=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if all(c != q and abs(c - q) != row - r for r, q in enumerate(columns)):
            yield from queens(n, row + 1, columns + (c,))


def subsets(items, goal):
    if goal == 0:
        yield []
    elif items and goal > 0:
        first, *rest = items
        yield from ([first] + s for s in subsets(rest, goal - first))
        yield from subsets(rest, goal)


print(partition([4, 3, 2, 3, 5, 2, 1], 4))
print(partition([1, 2, 3, 4], 3), partition([9, 1, 1], 2))
print([len(list(queens(n))) for n in range(1, 8)])
solution = next(queens(8))
print("\n".join("." * c + "Q" + "." * (7 - c) for c in solution))
print(list(subsets([3, 34, 4, 12, 5, 2], 9)))
