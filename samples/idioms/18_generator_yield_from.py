"""Idiom: generators delegate with yield from and take values by send, here a scheduler."""

from collections import deque


def walk(tree, depth=0):
    """Yield each name, indented, and return how many leaves there were."""
    name, *children = tree
    yield "  " * depth + name
    leaves = 0
    for child in children:
        leaves += yield from walk(child, depth + 1)
    if depth == 0:
        yield f"({leaves} leaves)"
    return leaves or 1


def average_until_none():
    total, count, average = 0, 0, None
    while (value := (yield average)) is not None:
        total += value
        count += 1
        average = total / count
    return count, average


def summarize(summaries):
    while True:
        summaries.append((yield from average_until_none()))


def job(name, steps):
    """Work in steps; the scheduler sends the tick and may close the job early."""
    try:
        for step in range(1, steps + 1):
            tick = yield
            print(f"tick {tick}: {name} {step}/{steps}")
    finally:
        print(f"{name} leaves")


def run(jobs, ticks):
    queue = deque(jobs)
    for current in jobs:
        next(current)
    for tick in range(ticks):
        try:
            queue[0].send(tick)
            queue.rotate(-1)
        except StopIteration:
            queue.popleft()
    while queue:
        queue.popleft().close()


print("\n".join(walk(("book", ("intro",), ("part", ("one",), ("two",)), ("index",)))))
summarizer = summarize(summaries := [])
next(summarizer)
print([summarizer.send(value) for value in (10, 20, 33, None, 4, 5, None)], summaries)
run([job("copy", 2), job("index", 9)], ticks=6)
