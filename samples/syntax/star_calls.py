"""Construct: calls with several stars, double stars and any iterable or mapping."""

order = []


class Mapping:
    def keys(self):
        return iter("uv")

    def __getitem__(self, key):
        return key * 2


def show(*args, **kwargs):
    return args, kwargs


def note(value):
    order.append(value)
    return value


print(show(*"ab", 1, *(n for n in range(2)), *[]), show(**{"x": 1}, y=2, **Mapping()))
print(show(*note([1]), k=note(2), *note([3]), **note({"z": 4})), order)
print(show(**{"not a name": 1, "class": 2}), print(*(), sep="never", end=""))
print((lambda a, b=0, *rest, key, **more: (a, b, rest, key, more))(*range(4), **{"key": 5, "z": 6}))
args, kwargs = show(*[order], **{"o": order})
print(args[0] is order, kwargs["o"] is order, type(show(*[1])[0]).__name__)
for source in ("show(**{'a': 1}, a=2)", "show(**{1: 2})", "show(*5)", "show(**[1])"):
    try:
        print(eval(source))
    except TypeError as error:
        print(source, type(error).__name__)
