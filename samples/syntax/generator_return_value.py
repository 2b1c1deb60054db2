"""Construct: what a generator returns travels in StopIteration."""


def counted(items):
    for count, item in enumerate(items, 1):
        yield item
    return count


def nothing():
    return
    yield


def raising():
    yield next(iter(()))


def finish(generator):
    seen = []
    while True:
        try:
            seen.append(next(generator))
        except StopIteration as stop:
            return seen, stop.value, stop.args
        except RuntimeError as error:
            return seen, type(error).__name__, type(error.__cause__).__name__


print(finish(counted("abc")), finish(nothing()), finish(raising()), sep="\n")
print(finish((lambda: (yield (yield 1)))()), finish(iter("xy")))
done = counted([1])
print(list(done), finish(done), [*counted("xy")], dict(zip("ab", counted((5, 6)))))
