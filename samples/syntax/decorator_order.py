"""Construct: decorators, defaults and annotations are evaluated in a fixed order."""

trace = []


def note(label):
    trace.append(label)
    return label


def mark(label):
    trace.append(f"make {label}")
    return lambda target: trace.append(f"apply {label}") or target


@mark("outer")
@mark("inner")
def function(a: note("of a") = note("default a"), *, b=note("default b")) -> note("returns"):
    trace.append("body")


print(*trace, sep="; ")
trace.clear()


@mark("class")
class Thing(*[note("base") and object], metaclass=note("metaclass") and type):
    note("body of the class")

    @mark("method")
    def method(self): pass


print(*trace, sep="; ")
