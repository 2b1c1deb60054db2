import functools
import time


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args):
        if args not in cache:
            wrapper.misses += 1
            cache[args] = func(*args)
        else:
            wrapper.hits += 1
        return cache[args]

    wrapper.hits = wrapper.misses = 0
    return wrapper


@memoize
def paths(rows, cols):
    """Number of ways through a grid."""
    if rows == 0 or cols == 0:
        return 1
    return paths(rows - 1, cols) + paths(rows, cols - 1)


@memoize
def edit_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edit_distance(a[1:], b[1:])
    return 1 + min(edit_distance(a[1:], b), edit_distance(a, b[1:]), edit_distance(a[1:], b[1:]))


started = time.perf_counter()
print(paths(16, 16), paths.__name__, paths.__doc__)
print(paths.hits, paths.misses)
for a, b in (("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("same", "same")):
    print(a, b, edit_distance(a, b))
assert time.perf_counter() >= started


class Polynomial:
    @functools.cached_property
    def expensive(self):
        print("computed once")
        return 42


p = Polynomial()
print(p.expensive + p.expensive)
add = functools.partial(int.__add__, 5)
print(add(3), functools.reduce(lambda x, y: x * 10 + y, [1, 2, 3, 4]))
