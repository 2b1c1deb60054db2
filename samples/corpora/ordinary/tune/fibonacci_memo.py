from functools import lru_cache


@lru_cache(maxsize=None)
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def fib_iter(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


print([fib(i) for i in range(15)])
print(fib(90))
print(fib.cache_info())
print(list(fib_iter(200)))
print(sum(x for x in fib_iter(4_000_000) if x % 2 == 0))
ratios = [fib(i + 1) / fib(i) for i in range(1, 20)]
print("golden ratio:", round(ratios[-1], 6))
