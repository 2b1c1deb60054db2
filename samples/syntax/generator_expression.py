"""Construct: a generator expression is lazy, but for its first iterable."""

log = []


def source(name, *items):
    log.append(f"source {name}")
    for item in items:
        log.append(item)
        yield item


limit = 3
lazy = (x * limit for x in source("a", 1, 2, 3) if x < limit)
print(log)
limit = 2
print(next(lazy), log, list(lazy), log)
log.clear()
nested = (x + y for x in source("o", "p", "q") for y in source("i", "1", "2"))
print(next(nested), next(nested), next(nested), log)
for make in (lambda: (x for x in 5), lambda: (x for y in [1] for x in 5)):
    try:
        made = make()
        print("made", next(made))
    except TypeError as error:
        print(type(error).__name__)
print(sum(n * n for n in range(5)))
print(max((len(w), w) for w in ("to", "be")), any(n > 2 for n in range(9)))
print(type(lazy).__name__, lazy.__name__, iter(lazy) is lazy, hasattr(lazy, "send"))
