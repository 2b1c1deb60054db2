"""Construct: global binds names of the module from functions, classes and nested scopes."""

total = 1


def add(n):
    global total, made
    total += n
    made = "by add"


def nested():
    total = "enclosing"

    def inner():
        global total
        total *= 10
        return total
    return inner(), total


class Body:
    global from_class
    from_class = "module level"
    own = "class level"


def others():
    global helper, math
    import math
    helper = math.floor


add(4)
print(total, made, nested(), total, from_class, hasattr(Body, "from_class"), Body.own)
others()
print(helper(2.5), math.floor(3.5))
for source in ("def f():\n x = 1\n global x", "def f(x):\n global x", "global y; y = 2"):
    try:
        print(type(compile(source, "<made>", "exec")).__name__)
    except SyntaxError as error:
        print(type(error).__name__)
