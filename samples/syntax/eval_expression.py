"""Construct: eval computes an expression in namespaces that are found or given."""

scale = 10


class Doubling(dict):
    def __missing__(self, name):
        return name * 2


def inside(scale):
    hidden = 5
    return eval("scale + hidden"), eval("scale", globals()), eval("scale", {}, {"scale": 7})


print(eval("1 + 2 * 3"), eval(" \t'padded'"), eval(b"0x10 + 0b11"), eval("(\n1,\n2)"))
print(inside(3))
print(eval("a + b", {}, Doubling(b="B")), eval("max(here)", {"here": [4, 9]}))
print(eval(compile("scale ** 2", "<made>", "eval")), eval("(found := 6) + found"), found)
print(eval("lambda step: step + scale")(1), eval("[scale * i for i in range(3)]"))
given = {"__builtins__": {}}
for source in ("len('x')", "1 +", "x = 1", "nothing_here", "[].missing", ""):
    try:
        print(eval(source, given))
    except Exception as error:
        print(repr(source), type(error).__name__)
print(list(given))
