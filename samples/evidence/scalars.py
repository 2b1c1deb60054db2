"""The methods and attributes of numbers, ranges, slices, functions and types."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=24)

POOLS["length"] = ["1", "2", "4", "8", "0", "3", "16"]
POOLS["order"] = ['"big"', '"little"', '"middle"', '""']
POOLS["digits"] = ["0", "1", "2", "-1", "-2", "5"]
POOLS["hexfloat"] = ['"0x1.8p+1"', '"0x1p-3"', '"inf"', '"nan"', '"-0x0p+0"', '"1.5"', '"abc"', '""', '"0x1.999999999999ap-4"', '"0x1p5000"']
POOLS["spec"] = ['""', '"5"', '">8"', '"x"', '".2f"', '","', '"08d"', '"e"', '"q"']
INTS = "int/bool/bigint"

for name in "bit_length bit_count as_integer_ratio conjugate is_integer __abs__ __neg__ __invert__ __bool__ __str__ __repr__ __hash__ __int__ __float__ __index__ __trunc__ __floor__ __ceil__ __round__".split():
    area.method(INTS, name, "")
area.method(INTS, "to_bytes", "", "length", "length,order", "byteorder=order,length=length", "length,order,signed=bool", "signed=bool", limit=40)
area.method(INTS, "__round__", "digits/none")
area.method("int/bool/float/bigint", "__format__", "spec", limit=40)
area.function("int.from_bytes", "bytes/bytearray/list[int]/str", "bytes/bytearray/list[int],order", "bytes,byteorder=order,signed=bool", "bytes,signed=bool", source="int.from_bytes")
COMPARISONS = "lt le gt ge eq ne".split()
BITWISE = "and or xor lshift rshift".split()
for name in "add sub mul truediv floordiv mod pow divmod".split() + BITWISE + COMPARISONS:
    area.method("int", f"__{name}__", "length/float/str/none", limit=24)
    if name not in COMPARISONS:
        area.method("int", f"__r{name}__", "length/float/str", limit=12)
    if name == "pow":
        area.method("float", "__pow__", "length/str", limit=24)
    elif name not in BITWISE:
        area.method("float", f"__{name}__", "int/float/str/none", limit=24)
area.attribute(INTS + "/float/xfloat/complex", "real", "imag")
area.attribute(INTS, "numerator", "denominator")

for name in "is_integer hex as_integer_ratio conjugate __abs__ __neg__ __bool__ __str__ __repr__ __hash__ __int__ __float__ __trunc__ __floor__ __ceil__ __round__".split():
    area.method("float/xfloat", name, "")
area.method("float/xfloat", "__round__", "digits/none", limit=60)
area.function("float.fromhex", "hexfloat/str", source="float.fromhex")
for name in "conjugate __abs__ __neg__ __bool__ __str__ __repr__ __hash__".split():
    area.method("complex", name, "")
for name in "add sub mul truediv pow eq".split():
    area.method("complex", f"__{name}__", "length/float/complex/str")

for name in "__len__ __iter__ __reversed__ __repr__ __str__ __hash__ __bool__".split():
    area.method("range", name, "")
area.method("range", "index", "int/float/str")
area.method("range", "count", "int/float/str/none")
area.method("range", "__contains__", "int/float/str/none")
area.method("range", "__getitem__", "index/slice")
area.method("range", "__eq__", "range/list[int]/none")
area.attribute("range", "start", "stop", "step")
area.attribute("slice", "start", "stop", "step")
area.method("slice", "indices", "count")
area.method("slice", "__eq__", "slice/none")
area.method("slice", "__repr__", "")
area.method("slice", "__hash__", "")
area.method("none", "__repr__", "")
area.method("none", "__bool__", "")

# Functions and types.
POOLS["def"] = ["plain", "documented", "defaults", "closed(3)", "annotated", "generator", "Bare.greet"]
area.define('''
def plain(): return 1
def documented(a, b):
    "Adds."
    return a + b
def defaults(a, b=2, *args, c, d=4, **rest): return (a, b, args, c, d, rest)
def closed(x):
    def inner(y): return x + y
    return inner
def annotated(a: int, b: "str" = "x") -> list: return [a, b]
def generator(n):
    got = yield n
    while got is not None:
        got = yield got * 2
    return "done"
''')
area.attribute("def", "__name__", "__qualname__", "__doc__", "__defaults__", "__kwdefaults__", "__annotations__", "__module__", "__dict__", owner="function")
area.attribute("function", "__name__", "__doc__", "__qualname__")
area.attribute("type", "__name__", "__qualname__", "__doc__", "__module__", "__bases__", "__mro__", "__base__", owner="type")
area.method("type", "mro", "")
area.function("def", "", "int", "int,int", "int,c=int", "int,int,int,c=int,d=str,e=float", source="defaults", limit=6)
for name, signature in {"missing": "", "twice": "int,a=int", "many": "int,int,int"}.items():
    area.function("op:call", signature, source="documented", limit=2, wrong=False)

# Iterators and generators.
GENERATORS = ["generator(3)", "(x * x for x in [1, 2, 3])", "(x for x in ())"]
POOLS["gen"] = GENERATORS
area.method("gen", "send", "none/int", owner="iterator")
area.method("gen", "close", "", owner="iterator")
area.method("gen", "throw", "error", owner="iterator", limit=12)
POOLS["error"] = ["ValueError", 'ValueError("x")', "StopIteration()", "KeyError(1)", "3", "GeneratorExit"]
area.method("gen", "__next__", "", owner="iterator")
area.method("gen", "__iter__", "", owner="iterator")
area.attribute("gen", "__name__", "gi_running", "gi_yieldfrom", owner="iterator")
for kind in ("iterator[int]", "iterator[str]", "iterator[]", "iterator[nested]"):
    area.method(kind, "__next__", "", owner="iterator")
    area.method(kind, "__iter__", "", owner="iterator")
    area.method(kind, "__length_hint__", "", owner="iterator")
area.run()
