"""Construct: names of a module are replaced, and its own functions see it."""

import json.encoder
import sys
import types

made = types.ModuleType("made")
exec("""
rate = 2
def helper(n): return n * rate
def total(items): return sum(helper(n) for n in items)
def defaulted(n, f=helper): return f(n)
""", vars(made))
sys.modules["made"] = made
from made import helper, total

print(total([1, 2]), made.defaulted(5))
made.rate = 10
print(total([1, 2]), made.defaulted(5))
made.helper = lambda n: -n
print(total([1, 2]), made.defaulted(5), helper(5), helper is made.helper)
made.sum = lambda items: [*items]
print(total([1, 2]), "sum" in vars(made))
del made.sum, made.rate
print(total([1, 2]), made.__dict__["helper"](7))
try:
    helper(1)
except NameError as error:
    print(type(error).__name__)
json.encoder.JSONEncoder.default = lambda self, value: type(value).__name__
print(json.dumps([1j, {"k": b""}]))
setattr(sys.modules[__name__], "fresh", "made through the module")
print(fresh, vars(sys.modules["__main__"]) is globals())
