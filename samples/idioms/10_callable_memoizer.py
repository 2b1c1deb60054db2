"""Idiom: an object with __call__ memoizes, here edit distance and the ways to give change."""


class Memoizer:
    """Wraps a function, remembers its results up to a capacity and counts hits and misses."""

    def __init__(self, function, capacity=None):
        self.function = function
        self.capacity = capacity
        self.results = {}
        self.hits = self.misses = self.evictions = 0

    def __call__(self, *args, **kwargs):
        key = args if not kwargs else (args, tuple(sorted(kwargs.items())))
        if key in self.results:
            self.hits += 1
            self.results[key] = result = self.results.pop(key)
            return result
        self.misses += 1
        result = self.results[key] = self.function(*args, **kwargs)
        if self.capacity is not None and len(self.results) > self.capacity:
            self.results.pop(next(iter(self.results)))
            self.evictions += 1
        return result

    def __repr__(self):
        counts = f"{self.hits} hits, {self.misses} misses, {self.evictions} evicted"
        return f"<{self.function.__name__}: {counts}>"


@Memoizer
def edit_distance(left, right):
    if not left or not right:
        return len(left) + len(right)
    change = edit_distance(left[1:], right[1:]) + (left[0] != right[0])
    return min(change, edit_distance(left[1:], right) + 1, edit_distance(left, right[1:]) + 1)


@Memoizer
def change_ways(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change_ways(amount - coins[0], coins=coins) + change_ways(amount, coins=coins[1:])


print(edit_distance("kitten", "sitting"), edit_distance("saturday", "sunday"), edit_distance)
print(change_ways(100), change_ways(37), change_ways)
square = Memoizer(lambda number: number * number, capacity=2)
print([square(number) for number in (1, 2, 1, 3, 2, 1)], square.evictions, list(square.results))
print(callable(square), isinstance(edit_distance, Memoizer), square)
