"""Construct: an object with __iter__ and __next__ is an iterator, and may be a bad one."""


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        self.start -= 1
        if self.start < 0:
            raise StopIteration
        return self.start


class Restless(Countdown):
    def __next__(self):
        self.start += 1
        if self.start == 2:
            raise StopIteration
        return self.start


class Wrong:
    __iter__ = lambda self: [1, 2]


count, restless = Countdown(5), Restless(0)
print(next(count), [*zip(count, "ab")], list(count), list(count), next(count, "end"))
print(list(restless), [next(restless), next(restless)], iter(count) is count)
print(dict(zip("abc", Countdown(3))), sum(Countdown(4)), ",".join(map(str, Countdown(3))))
for action in (lambda: iter(Wrong()), lambda: next([]), lambda: next(count), lambda: [*Wrong()]):
    try:
        print(action())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__)
