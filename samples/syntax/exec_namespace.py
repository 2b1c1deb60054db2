"""Construct: exec runs statements and leaves their names in a namespace."""

SOURCE = """
import math as numbers
total = sum(range(limit))
def grow(by):
    global total
    total += by
    return total
class Inner:
    value = total
"""
space = {"limit": 5}
print(exec(SOURCE, space), sorted(name for name in space if name != "__builtins__"))
print(space["grow"](10), space["total"], space["Inner"].value, space["numbers"].gcd(12, 18))
print("__builtins__" in space, space["Inner"].__module__, space["grow"].__globals__ is space)

outer, inner = {"a": 1}, {"b": 2}
exec("c = a + b; global d; d = c * 2; del b", outer, inner)
print(inner, outer["d"], "c" in outer)


def try_to_bind():
    value = "kept"
    exec("value = 'lost'; fresh = 'unreachable'")
    return value, "fresh" in dir()


print(try_to_bind()[0])
exec("made_here = [n * n for n in range(4)]")
print(made_here, exec(compile("made_here.append(made_here[-1])", "<made>", "exec")), made_here)
