"""The methods of list, tuple, dict, set, frozenset and the views of dicts."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=12)

LISTS = "list[]/list[int]/list[str]/list[float]/list[nested]/list[int|str]/list[none]/list[bool]"
TUPLES = "tuple[]/tuple[int]/tuple[str]/tuple[float]/tuple[nested]/tuple[int|str]"
DICTS = "dict[]/dict[int|str]/dict[str]/dict[int]/dict[nested|str]/dict[float|str]"
SETS = "set[]/set[int]/set[str]/set[float]/set[int|str]"
FROZEN = "frozenset[]/frozenset[int]/frozenset[str]"
ITEM = "int/str/float/none/list[int]/tuple[int]/bool/dict[str]/instance"

for name in ("append",):
    area.method(LISTS, name, ITEM, limit=6)
area.method(LISTS, "extend", "iterable", limit=3)
area.method(LISTS, "insert", "index,int/str/list[int]", limit=10)
area.method(LISTS, "pop", "", "index/bool", limit=12)
for receivers, owner in ((LISTS, None), ("xlists", "list")):
    area.method(receivers, "remove", ITEM, owner=owner)
    area.method(receivers, "index", ITEM, "int/str,index", "int/str,index,index", owner=owner)
    area.method(receivers, "count", ITEM, owner=owner)
POOLS["xlists"] = ["[float('nan'), 1.0]", "[1, True, 1.0]", '["a", "b", "a"]', "[None, 0, '']"]
for name in ("clear", "copy", "reverse", "__len__", "__iter__", "__reversed__", "__repr__"):
    area.method(LISTS, name, "")
LONG = ["[(i * 37) % 101 for i in range(60)]", "[str((i * 53) % 97) for i in range(70)]", "[((i * 7) % 5, i) for i in range(40)]", "[(i * 37) % 101 / 4 for i in range(65)]", '"the quick brown fox jumps over the lazy dog".split()']
POOLS["long"] = LONG
SORTED = LISTS + "/list[float|int]/list[ustr]/list[bigint]/list[instance]/long"


def sort(receivers, *signatures, **options):
    for receiver in receivers.split("/"):
        area.method(receiver, "sort", *signatures, owner="list", **options)


sort(SORTED, "", "reverse=bool/int", "key=none", "key=key,reverse=bool")
sort("list[int]/list[float]/list[bool]/list[float|int]", "key=negate", "key=negate,reverse=bool")
sort("list[str]/list[ustr]/list[]", "key=cased", "key=cased,reverse=bool")
sort("list[nested]/long", "key=first", "key=first,reverse=bool")
# What is no number has no place in an order.
area.method("list[xfloat]", "sort", "", "reverse=bool", "key=none", owner="list[xfloat]")
POOLS["first"] = ["lambda p: p[0]", "lambda p: (-p[1], p[0])", "lambda p: p[-1]", "len", "str"]
area.method(LISTS, "__contains__", ITEM, limit=6)
area.method(LISTS, "__getitem__", "index/slice/str", limit=10)
area.method(LISTS, "__setitem__", "index,int/str", limit=10)
area.method(LISTS, "__delitem__", "index", limit=10)
area.method(LISTS, "__eq__", "list[int]/list[str]/none/tuple[int]", limit=6)
area.method(LISTS, "__add__", "list[int]/list[]/none/tuple[int]", limit=6)
area.method(LISTS, "__mul__", "count/str", limit=6)
area.method(LISTS, "__iadd__", "list[int]/tuple[int]/str/int", limit=6)
area.method(LISTS, "__lt__", "list[int]/list[str]", limit=6)

area.method(TUPLES, "index", ITEM, "int/str,index", "int/str,index,index", limit=8)
area.method(TUPLES, "count", ITEM, limit=8)
for name in ("__len__", "__iter__", "__repr__", "__hash__"):
    area.method(TUPLES, name, "")
area.method(TUPLES, "__contains__", ITEM, limit=6)
area.method(TUPLES, "__getitem__", "index/slice/str", limit=10)
area.method(TUPLES, "__add__", "tuple[int]/tuple[]/list[int]", limit=6)
area.method(TUPLES, "__eq__", "tuple[int]/tuple[]/list[int]", limit=6)
area.method(TUPLES, "__lt__", "tuple[int]/tuple[str]", limit=6)

KEY = "keys/int/str/none/float/tuple[int]/list[int]/instance"
POOLS["keys"] = ['"a"', '"abc"', '"b"', '"k"', "1", "0", '"zz"', "True"]
area.method(DICTS, "get", KEY, "keys/int/none,int/none/str/list[int]", limit=10)
area.method(DICTS, "pop", KEY, "keys/int/none,int/none/str", limit=10)
area.method(DICTS, "setdefault", KEY, "keys/int/none,int/none/list[]/list[int]", limit=10)
area.method(DICTS, "update", "dict[int|str]/dict[]/dict[str]/list[nested]/iterator[nested]/list[]/list[int]/none/zipped", "a=int,b=str", "dict[str],z=int", "", limit=5)
POOLS["zipped"] = ['zip("ab", [1, 2])', '[("x", 1), ("a", 2)]', '[["y", 3]]', "(pair for pair in [(1, 2)])", '["ab"]', "[(1, 2, 3)]"]
for name in ("popitem", "clear", "copy", "keys", "values", "items", "__len__", "__iter__", "__reversed__", "__repr__"):
    area.method(DICTS, name, "")
area.method(DICTS, "__contains__", KEY, limit=6)
area.method(DICTS, "__getitem__", KEY, limit=6)
area.method(DICTS, "__setitem__", "keys/int/none/list[int],int/str/none", limit=6)
area.method(DICTS, "__delitem__", KEY, limit=6)
area.method(DICTS, "__eq__", "dict[int|str]/dict[]/list[int]/none", limit=6)
area.method(DICTS, "__or__", "dict[int|str]/dict[]/list[int]/none", limit=6)
area.function("dict.fromkeys", "iterable", "iterable,int/none/list[]", source="dict.fromkeys", limit=5)

VIEWS = "dict_keys[int|str]/dict_values[int|str]/dict_items[int|str]/dict_keys[str]/dict_keys[int]"
for name in ("__len__", "__iter__", "__reversed__", "__repr__"):
    area.method(VIEWS, name, "")
area.method(VIEWS, "__contains__", "keys/none/tuple[int]/list[int]", limit=8)
area.method("dict_keys[int|str]/dict_items[int|str]/dict_keys[int]", "isdisjoint", "set[int]/set[str]/list[int]/list[str]/dict[int|str]/int")
area.attribute(VIEWS, "mapping")

OTHERS = "set[]/set[int]/set[str]/frozenset[int]/list[int]/list[str]/tuple[int]/range/dict[int|str]/str/iterator[int]/list[nested]/iterator[str]/dict_keys[str]"
for name in ("union", "intersection", "difference"):
    area.method(SETS + "/" + FROZEN, name, "", OTHERS, "set[int]/list[int],set[int]/list[str]", limit=6)
area.method(SETS + "/" + FROZEN, "symmetric_difference", OTHERS, limit=6)
for name in ("issubset", "issuperset", "isdisjoint"):
    area.method(SETS + "/" + FROZEN, name, OTHERS, limit=6)
for name in ("update", "intersection_update", "difference_update"):
    area.method(SETS, name, "", OTHERS, "set[int]/list[int],set[int]/list[str]", limit=6)
area.method(SETS, "symmetric_difference_update", OTHERS, limit=6)
for name in ("add", "discard", "remove"):
    area.method(SETS, name, "keys/int/str/float/none/tuple[int]/list[int]/set[int]/frozenset[int]/bool", limit=8)
for name in ("clear", "copy", "__len__", "__repr__"):
    area.method(SETS, name, "")
area.method("single", "pop", "", owner="set")
POOLS["single"] = ["{1}", '{"a"}', "set()", "{None}"]
area.method(SETS, "pop", "", limit=10)
for name in ("copy", "__len__", "__repr__", "__hash__"):
    area.method(FROZEN, name, "")
area.method(SETS + "/" + FROZEN, "__contains__", KEY + "/set[int]", limit=6)
area.method(SETS + "/" + FROZEN, "__iter__", "", limit=12)
for name in ("__or__", "__and__", "__sub__", "__xor__", "__le__", "__lt__", "__eq__"):
    area.method(SETS + "/" + FROZEN, name, "set[int]/set[str]/frozenset[int]/list[int]/none", limit=5)
area.run()
