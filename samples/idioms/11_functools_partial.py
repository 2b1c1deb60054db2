"""Idiom: functools.partial and partialmethod bind early, here a text pipeline and a log."""

import operator
from functools import partial, partialmethod, reduce


def compose(*steps):
    """Return a function that applies the steps from left to right."""
    return partial(reduce, lambda value, step: step(value), steps)


def replace(old, new, text, *, count=-1):
    return text.replace(old, new, count)


def wrap(text, *, prefix="", suffix=""):
    return f"{prefix}{text}{suffix}"


slugify = compose(str.strip, str.lower, partial(replace, " ", "-"), partial(wrap, suffix=".html"))
print(slugify("  Partial Functions In Practice "))

quote = partial(wrap, prefix="<<", suffix=">>")
shout = partial(wrap, suffix="!")
print(quote("one"), quote("two", suffix=">"), shout("three"), shout("four", prefix="oh "))
print(shout.func is wrap, shout.args, shout.keywords)

first_space = partial(replace, " ", "_", count=1)
print(first_space("a b c"), repr(partial(int, base=2)("101101")))
print(list(map(partial(pow, 2), range(8))), list(map(partial(operator.mul, 3), (1, 2, 3))))


class Journal:
    def __init__(self):
        self.lines = []

    def write(self, level, message, *details):
        self.lines.append(f"{level:>7} {message}" + "".join(f" [{item}]" for item in details))

    info = partialmethod(write, "info")
    warning = partialmethod(write, "warning")
    disk_full = partialmethod(warning, "disk full")


journal = Journal()
journal.info("service started")
journal.disk_full("/var", 98)
journal.warning("retrying", 3)
print("\n".join(journal.lines))

by_length = partial(sorted, key=len, reverse=True)
print(by_length(["fig", "banana", "kiwi", "apple", "pear"]))
