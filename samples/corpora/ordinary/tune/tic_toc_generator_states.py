from collections.abc import Iterator


def parser() -> Iterator[str]:
    """Reads characters that are sent to it, yields words."""
    word = ""
    result = None
    while True:
        ch = yield result
        result = None
        if ch.isalnum():
            word += ch
        elif word:
            result, word = word, ""


def feed(text):
    p = parser()
    next(p)
    for ch in text + " ":
        found = p.send(ch)
        if found:
            yield found
    p.close()


def averager():
    total, count = 0, 0
    try:
        while True:
            try:
                value = yield (total / count if count else None)
            except ZeroDivisionError:
                total, count = 0, 0
                continue
            total += value
            count += 1
    finally:
        print("closed after", count, "values")


print(list(feed("one, two;three  4four")))
a = averager()
next(a)
print(a.send(10), a.send(20))
print(a.throw(ZeroDivisionError))
print(a.send(7))
a.close()
try:
    a.send(1)
except StopIteration:
    print("finished")


def tree_sum(tree):
    if isinstance(tree, int):
        return tree
    total = 0
    for branch in tree:
        total += yield from walk(branch)
    return total


def walk(tree):
    result = yield from tree_sum(tree) if not isinstance(tree, int) else iter(())
    if isinstance(tree, int):
        yield tree
        return tree
    return result


print(list(walk([1, [2, 3], [[4], 5]])))
squares = (n * n for n in range(5))
print(next(squares), sum(squares), next(squares, "empty"))
