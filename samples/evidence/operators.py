"""The operators, over every pair of kinds."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=3)

PAIRS = [
    "number/bigint/xfloat/complex,number/bigint/xfloat/complex",
    "str/ustr,str/ustr",
    "bytes/bytearray,bytes/bytearray",
    "list[int]/list[str]/list[]/list[nested]/list[float]/list[float|int],list[int]/list[str]/list[]/list[nested]/list[float]/list[float|int]",
    "tuple[int]/tuple[str]/tuple[]/tuple[nested]/tuple[float],tuple[int]/tuple[str]/tuple[]/tuple[nested]/tuple[float]",
    "set[int]/set[str]/set[]/frozenset[int]/frozenset[str],set[int]/set[str]/set[]/frozenset[int]/frozenset[str]",
    "dict[int|str]/dict[str]/dict[]/dict[nested|str],dict[int|str]/dict[str]/dict[]/dict[nested|str]",
    "dict_keys[int|str]/dict_items[int|str],dict_keys[int|str]/set[str]/set[int]/list[str]/dict_items[int|str]",
    "instance,number/str/instance/list[int]",
    "number/str/list[int],instance",
]
REPEATED = [
    "str/ustr/bytes/list[int]/list[str]/list[]/list[nested]/tuple[int]/tuple[str]/bytearray,count/bool",
    "count/bool,str/ustr/bytes/list[int]/list[str]/tuple[int]",
]
TEXTS = ["percent,int/float/str/bool/none/list[int]/tuple[int]/ustr/tuple[str]"]
EXPONENTS = [
    "number/complex,exponent",
    "number,half",
    "bigint/xfloat,exponent",
    "instance,exponent",
    "exponent,instance",
]
SHIFTS = ["int/bool/bigint,shift/bool", "instance,shift", "shift,instance"]

POOLS["percent"] = ['"%s"', '"%d items"', '"a%rb"', '"%5.2f|"', '"100%%"', '"%s and %s"', '"none"']
POOLS["exponent"] = ["2", "0", "1", "-1", "3", "10", "-2", "5"]
POOLS["half"] = ["0.5", "-0.5", "2.0", "1/3", "1.5", "0.0", "-1.0", "True", "1j", "float('inf')"]
POOLS["shift"] = ["1", "0", "3", "8", "31", "64", "-1", "100"]


def exponents(sign):
    """Returns pairs of numbers for which the result is not too long to be looked at."""
    return {"**": "number,exponent/half", "<<": "int/bool,shift", ">>": "int/bool,shift"}.get(sign, "number,number")


for sign in ["+", "-", "*", "/", "//", "%", "&", "|", "^", "@", "<<", ">>", "**"]:
    pairs = {"**": EXPONENTS, "<<": SHIFTS, ">>": SHIFTS}.get(sign, PAIRS)
    plausible = pairs + (REPEATED if sign == "*" else TEXTS if sign == "%" else [])
    each = "some,some" if sign not in ("**", "<<") else "none/float/str/list[int]/dict[int|str]/function,none/float/str/list[int]/bool"
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", plausible, limit=14)
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", [exponents(sign)], limit=400)
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", [each], limit=1)
    area.operator(f"op:{sign}=", f"{{0}} {sign}= {{1}}\nreturn {{0}}", plausible, limit=8)
    area.operator(f"op:{sign}=", f"{{0}} {sign}= {{1}}\nreturn {{0}}", [exponents(sign)], limit=100)
    if sign not in ("**", "<<"):
        area.operator(f"op:{sign}=", f"{{0}} {sign}= {{1}}\nreturn {{0}}", ["some,some"], limit=1)
area.operator("op:+=", "{0} += {1}\nreturn {0}", ["list[int]/list[]/list[str],iterable"], limit=4)
# The same code adds numbers first, and then has to change what it is given.
for first in ("1", "1.5", '"a"'):
    for kind, more in (("list[int]", "[7]"), ("set[int]", "{7}"), ("bytearray", 'b"x"'), ("instance", "2")):
        sign = "|=" if kind == "set[int]" else "+="
        source = f"def add(a, b): a {sign} b\nfor i in range(20): add({first}, {first})\nx = {POOLS.get(kind, ['[1]'])[0]}\nadd(x, {more})\nprint(x)"
        if sign == "+=":
            area.program(f"op:{sign}:mixed", kind, source)
area.operator("op:|=", "{0} |= {1}\nreturn {0}", ["dict[int|str]/dict[],list[nested]/iterator[nested]"], limit=6)



def halves():
    """Yields divisions by what is above zero. What is below makes a zero of its own of zero, and not everywhere."""
    for kind in ("int", "bool", "float"):
        for divisor in ("int", "float"):
            yield "{0} / {1}", f"{kind},above zero {divisor}", f"{kind},{divisor}>0", 300


for kind in ("int", "float"):
    POOLS["above zero " + kind] = [text for text in POOLS[kind] if text[0] != "-" and text not in ("0", "0.0")]
area.shaped("op:/", halves)

for sign in ["==", "!=", "<", "<=", ">", ">="]:
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", PAIRS, limit=14)
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", ["each,each" if sign in ("==", "!=") else "some,some"], limit=2)
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", ["number,number"], limit=200)
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", ["range,range", "slice,slice", "type,type", "none,none"], limit=12)

CONTAINED = [
    "number/str/none/tuple[int]/xfloat,iterable",
    "str/ustr,str/ustr/bytes",
    "bytes/int,bytes/bytearray",
    "number/str/list[int],range/instance",
    "some,some",
]
area.operator("op:in", "{0} in {1}", CONTAINED, limit=4)
area.operator("op:not in", "{0} not in {1}", CONTAINED[:2], limit=3)
area.operator("op:is", "{0} is {1}", ["none/bool,none/bool/int/str/list[int]", "any,none", "type,type"], limit=4)
area.operator("op:is not", "{0} is not {1}", ["none/bool,none/bool/int/str/list[int]", "any,none"], limit=3)

SEQUENCES = "list[int]/list[str]/list[]/list[nested]/list[float]/tuple[int]/tuple[str]/tuple[]/str/ustr/bytes/bytearray/range/instance"
MAPPINGS = "dict[int|str]/dict[str]/dict[]/dict[nested|str]/dict[int]"
area.operator("op:[]", "{0}[{1}]", [SEQUENCES + ",index/bool", MAPPINGS + ",str/int/tuple[int]"], limit=8)
area.operator("op:[]", "{0}[{1}]", ["some,some"], limit=2)
area.operator("op:[:]", "{0}[1:3]", [SEQUENCES])
for part in [":", "1:", ":2", "-2:", ":-1", "::2", "::-1", "1:4:2", "3:0:-1", "5:100", "-100:2", "2:2", ":0"]:
    area.operator("op:[:]", "{0}[" + part + "]", [SEQUENCES], limit=6)
area.operator("op:[:]", "{0}[::0]", ["each"], limit=2)
CHANGED = "list[int]/list[str]/list[]/list[nested]/bytearray/tuple[int]/str"
area.operator("op:[]=", "{0}[{1}] = {2}\nreturn {0}", [CHANGED + ",index,int/str/none/list[int]", MAPPINGS + ",str/int/tuple[int]/list[int],int/str/list[int]/none"], limit=5)
for part in [":", "1:", ":2", "1:3", "::2", "5:"]:
    area.operator("op:[:]=", "{0}[" + part + "] = {1}\nreturn {0}", [CHANGED + ",list[int]/list[str]/list[]/tuple[int]/str/iterator[int]/int/bytes"], limit=3)
    area.operator("op:del[:]", "del {0}[" + part + "]\nreturn {0}", [CHANGED], limit=5)
area.operator("op:del[]", "del {0}[{1}]\nreturn {0}", [CHANGED + ",index", MAPPINGS + ",str/int", "each,int/str"], limit=8)

area.operator("op:neg", "-{0}", ["any"], limit=12)
area.operator("op:pos", "+{0}", ["any"], limit=12)
area.operator("op:~", "~{0}", ["number/bigint/xfloat/complex/str/none/instance/list[int]"], limit=12)
area.operator("op:not", "not {0}", ["any"], limit=12)
area.operator("op:bool", "1 if {0} else 0", ["any"], limit=12)
area.operator("op:iter", "[item for item in {0}]", ["any"], limit=12)
area.operator("op:unpack", "(lambda *all: all)(*{0})", ["any"], limit=6)
area.operator("op:unpack", "first, second = {0}\nreturn first, second", ["iterable"], limit=6)
area.operator("op:unpack", "first, *rest = {0}\nreturn first, rest", ["iterable"], limit=6)
area.operator("op:unpack", "*rest, last = {0}\nreturn rest, last", ["iterable"], limit=4)
area.operator("op:unpack", "[*{0}, 0]", ["iterable"], limit=4)
area.operator("op:**unpack", "dict(**{0})", ["dict[int|str]/dict[str]/dict[]/dict[int]/list[int]/none"], limit=6)
area.operator("op:**unpack", '{**{0}, "z": 0}', ["dict[int|str]/dict[str]/dict[]/dict[int]/list[int]/none"], limit=6)
area.operator("op:call", "{0}()", ["none/int/str/list[int]/function/type/instance"], limit=8)
area.operator("op:and", "{0} and {1}", ["each,int/str/none"], limit=3)
area.operator("op:or", "{0} or {1}", ["each,int/str/none"], limit=3)
area.operator("op:raise", "raise {0}\nreturn", ["none/int/str/type/function/instance"], limit=6)
area.run()
