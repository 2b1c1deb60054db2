"""Construct: from module import * takes __all__, or else the names without underscore."""

import sys
import types


def make(name, **names):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(names)


def answer(name):
    if name != "late":
        raise AttributeError
    return "made late"


def star(name):
    space = {}
    try:
        exec(f"from {name} import *", space)
    except (AttributeError, TypeError, ImportError) as error:
        return type(error).__name__
    return sorted(key for key in space if key != "__builtins__")


make("plain", a=1, _b=2, C=3, __d=4)
make("chosen", a=1, _b=2, c=3, __all__=["_b", "c"])
make("wrong", a=1, __all__=["a", "missing"])
make("odd", a=1, __all__=["a", 5])
make("lazy", __all__=("late",), __getattr__=answer)
make("empty", a=1, __all__=())
print(*map(star, ["plain", "chosen", "wrong", "odd", "lazy", "empty", "nowhere_at_all"]), sep="\n")
a = "before"
from plain import *
from lazy import *
print(a, C, late, "_b" in globals())
