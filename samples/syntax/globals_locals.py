"""Construct: globals, locals and vars show the names of a scope, and globals can be written."""

count = 1


def names(argument, *rest):
    local = argument
    shown = locals()
    seen = sorted(shown)
    shown["local"] = "not written back"
    globals()["count"] += 10
    return seen, local, count


def nested():
    free, own = "free", "own"

    def inner(x):
        return sorted(locals()), free
    return inner(1)


class Body:
    first = 1
    locals()["second"] = first + 1
    third = sorted(name for name in vars() if not name.startswith("__"))


print(names("given", 2), nested(), count)
print(Body.second, Body.third, globals() is vars())
print(locals() is globals(), names.__globals__ is globals())
globals().update(made_one=1, made_two=2)
print(made_one + made_two, "made_one" in dir(), globals().pop("made_one"))
del globals()["made_two"]
try:
    print(made_two)
except NameError as error:
    print(type(error).__name__, error.name)
print(sorted(eval("locals()", {"a": 1, "__builtins__": {"locals": locals}})))
print((lambda x: locals())(5))
