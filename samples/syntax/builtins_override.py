"""Construct: names are looked up in builtins last, and builtins can be changed."""

import builtins

original, calls = builtins.len, []


def counting(thing):
    calls.append(type(thing).__name__)
    return original(thing)


def size(thing):
    return len(thing)


builtins.len, builtins.fresh = counting, "a new name for every module"
print(size("abc"), size([1]), fresh, calls)
len = lambda thing: "global first"
print(size("abc"), builtins.len("x"))
del len
builtins.len = original
print(size("abc"), calls, eval("fresh", {}))
del builtins.fresh
limited = {"__builtins__": {"print": print, "abs": lambda n: "own abs"}}
exec("print(abs(-5)); function = lambda: abs(1)", limited)
print(limited["function"](), sorted(limited))
built = []
own = {"__build_class__": lambda body, name, *bases: built.append(name) or name, "__name__": "n"}
exec("class Made: pass", space := {"__builtins__": own})
print(space["Made"], built)
for source, given in (("len('x')", limited), ("fresh", {}), ("class X: pass", {"__builtins__": {}}),
                      ("import os", {"__builtins__": {}})):
    try:
        exec(source, given)
    except (NameError, ImportError) as error:
        print(source, type(error).__name__)
