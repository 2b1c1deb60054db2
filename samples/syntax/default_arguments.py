"""Construct: defaults belong to the function, are shared by its calls and can be replaced."""

step = 1


def collect(item, into=[], *, seen={}):
    into.append(item)
    seen[item] = len(into)
    return into, seen


def fixed(by=step, late=None):
    return by, step if late is None else late


class Counter:
    count = 5

    def show(self, start=count):
        return start, self.count


print(collect(1), collect(2), collect(3, []), sep="\n")
print(collect.__defaults__, collect.__kwdefaults__)
step = Counter.count = 99
print(fixed(), fixed(late=0), Counter().show())
collect.__defaults__, fixed.__defaults__ = None, ("by", "late")
print(fixed(), fixed.__defaults__)
collect.__kwdefaults__["seen"] = "replaced"
for action in (lambda: collect(1), lambda: collect(1, []), lambda: collect(1, [], seen={})):
    try:
        print(action())
    except TypeError as error:
        print(type(error).__name__)
made = [lambda x=i: x for i in range(3)]
print([f() for f in made], [f(9) for f in made], fixed(*fixed.__defaults__[::-1]))
