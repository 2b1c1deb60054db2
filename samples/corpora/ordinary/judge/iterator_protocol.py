class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __len__(self):
        return self.start


class CountdownIterator:
    def __init__(self, current):
        self.current = current

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Peekable:
    _EMPTY = object()

    def __init__(self, iterable):
        self._it = iter(iterable)
        self._next = self._EMPTY

    def peek(self, default=None):
        if self._next is self._EMPTY:
            self._next = next(self._it, self._EMPTY)
        return default if self._next is self._EMPTY else self._next

    def __iter__(self):
        return self

    def __next__(self):
        value = self.peek(self._EMPTY)
        if value is self._EMPTY:
            raise StopIteration
        self._next = self._EMPTY
        return value


def runs(numbers):
    source = Peekable(numbers)
    for n in source:
        run = [n]
        while source.peek() == run[-1] + 1:
            run.append(next(source))
        yield run


down = Countdown(4)
print(list(down), list(reversed(down)), len(down), sum(down))
print(3 in down, 9 in down, max(down), sorted(down))
a, b, *rest = down
print(a, b, rest)
for run in runs([1, 2, 3, 7, 8, 12, 13, 14, 20]):
    print(run if len(run) > 1 else run[0])
it = iter(down)
print(next(it), next(it), list(it), next(it, "done"))
print(list(zip(down, "abcdef")), list(iter([1, 2, 0, 3].pop, 0)))
