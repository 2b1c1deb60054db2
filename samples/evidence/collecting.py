"""itertools, functools, operator, collections, heapq, bisect, copy, array, queue, graphlib."""

from campaign import Area
from campaign.pools import ALIASES, POOLS

area = Area(limit=12)
area.use("itertools", "functools", "operator", "collections", "heapq", "bisect", "copy", "array", "queue", "graphlib", "weakref", "collections.abc")

POOLS["step"] = ["1", "2", "3"]
POOLS["place"] = ["0", "1", "2", "3"]
POOLS["n"] = ["2", "0", "1", "3", "-1", "5"]
POOLS["two"] = ["lambda a, b: a + b", "lambda a, b: b", "lambda a, b: (a, b)", "max"]
POOLS["predicate"] = ["lambda x: x", "bool", "lambda x: not x", "None"]
POOLS["group"] = ["lambda x: x", "type", "bool", "str"]
POOLS["lists"] = ["[3, 1, 2]", "[]", "[1, 1, 2, 3, 3]", '["b", "a", "c"]', "[1.5, 0.5]", "[(2, 'x'), (1, 'y')]", "[5, 3, 8, 1, 9, 2]"]
POOLS["pairs"] = ['[(1, 2), (3, 4)]', '[("a", 1), ("b", 2)]', "[[2, 3]]", "[]"]

def lazily(name, *signatures, **options):
    """The result of an endless iterator is looked at as far as others are."""
    area.function(f"itertools.{name}", *signatures, **options)


SEQ = "list[int]/list[str]/str/range/tuple[int]/iterator[int]/list[]/dict[str]/list[float]/set[int]"
lazily("accumulate", SEQ + "/list[bool]", "list[int]/list[str]/list[],two", "list[int]/list[],initial=int/none", "list[int],two,initial=int", "list[int],func=two")
lazily("batched", SEQ + ",n", limit=8)
lazily("chain", "", SEQ, "list[int]/str,list[str]/range,tuple[int]", limit=6)
area.function("itertools.chain.from_iterable", "list[nested]/tuple[nested]/list[str]/list[int]/iterator[nested]/list[]")
for name in ("combinations", "combinations_with_replacement"):
    lazily(name, "lists/str/range/tuple[int],n", limit=20)
POOLS["short"] = ["[1, 2, 3]", '"ab"', "(1,)", "[]", "range(3)", '["x", "y", "z", "w"]']
lazily("permutations", "short,n/none", "short", "short,r=n", limit=20)
lazily("product", "", "short", "short,short", "short,short,short", "short,repeat=n", limit=12)
lazily("compress", SEQ + ",list[bool]/list[int]/str", limit=6)
lazily("count", "", "int/float/bool", "int/float,n/float", "start=int,step=n")
lazily("cycle", SEQ, limit=6)
for name in ("dropwhile", "takewhile", "filterfalse"):
    lazily(name, "predicate,lists/str/list[bool]", limit=20)
lazily("groupby", SEQ + "/list[bool]", "lists/str,group", "lists,key=group", limit=10)
lazily("islice", SEQ + ",n", "lists/range/str,n/none,n/none", "lists/range/str,n,n/none,step/none", limit=20)
area.one("itertools.islice", "list(itertools.islice([1, 2], 0, 2, 0))", "step of 0")
lazily("pairwise", SEQ, limit=6)
lazily("repeat", "any", "int/str,n", "int/str,times=n", limit=3)
lazily("starmap", "two,pairs", "pow,pairs", limit=12)
POOLS["pow"] = ["pow"]
lazily("tee", SEQ, "lists,n", limit=6)
lazily("zip_longest", "", SEQ, "lists/str,lists/range", "lists/str,lists,fillvalue=int/none/str", limit=8)
for source in ["[(k, list(g)) for k, g in itertools.groupby('aabbbc')]", "[(k, sum(1 for _ in g)) for k, g in itertools.groupby([1, 1, 2, 3, 3])]", "[(k, [x for x in g]) for k, g in itertools.groupby(sorted(['bb', 'a', 'cc']), key=len)]"]:
    area.one("itertools.groupby", source, "list")

# functools and operator.
area.function("functools.reduce", "two,lists/str/range/list[int]/list[]", "two,lists/list[int]/list[],int/str/none/list[int]", limit=16)
area.function("functools.partial", "function", "type,str", limit=4)
area.function("functools.cmp_to_key", "two", limit=4)
area.one("functools.cmp_to_key", "sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))", "function")
area.one("functools.cmp_to_key", "sorted(['bb', 'a', 'ccc'], key=functools.cmp_to_key(lambda a, b: len(a) - len(b)))", "function")
for expression in ["functools.partial(int, base=2)('101')", "functools.partial(pow, 2)(5)", "functools.partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4)", "functools.partial(print, 'a', sep='-')('b')", "functools.partial(int).func", "functools.partial(pow, 2).args", "functools.partial(int, base=3).keywords", "list(map(functools.partial(pow, 2), range(4)))", "functools.partial(max, 5)(3, 9)"]:
    area.one("functools.partial.__call__", expression)
area.one("functools.partial.__repr__", "repr(functools.partial(int, base=2))")
area.one("functools.partial", "functools.partial(functools.partial(pow, 2), 3)()", "functools.partial,int")
area.one("functools.partial", "functools.partial(functools.partial(lambda **k: k, a=1), a=2)()", "functools.partial,a=int")
BINARY = "add sub truediv floordiv mod eq ne lt le gt ge and_ or_ xor concat contains getitem is_ is_not countOf indexOf iadd".split()
for name in BINARY:
    area.function(f"operator.{name}", "int/float/str/list[int]/tuple[int]/set[int]/dict[int|str],int/float/str/list[int]/tuple[int]/set[int]", limit=4)
area.function("operator.mul", "int/float/bool,int/float/bool", "n,str/list[int]/tuple[int]", "str/list[int],n", limit=12, wrong=False)
for name in ("pow", "lshift", "rshift"):
    area.function(f"operator.{name}", "int/float,n", limit=8, wrong=False)
for name in "neg pos abs not_ truth inv invert index length_hint".split():
    area.function(f"operator.{name}", "int/float/bool/str/list[int]/none/instance", limit=6)
area.function("operator.itemgetter", "int", limit=2)
area.function("operator.attrgetter", "str", limit=2)
for expression in ["operator.itemgetter(1)([1, 2])", "operator.itemgetter(0, 2)('abc')", "operator.itemgetter('a')({'a': 1})", "operator.itemgetter(-1)([3])", "sorted([(1, 'b'), (2, 'a')], key=operator.itemgetter(1))", "operator.itemgetter(5)([1])", "operator.itemgetter(slice(1, 3))('abcd')", "max({'a': 1, 'b': 3}.items(), key=operator.itemgetter(1))"]:
    area.one("operator.itemgetter.__call__", expression)
for expression in ["operator.attrgetter('real')(3)", "operator.attrgetter('real', 'imag')(3)", "operator.attrgetter('x')(Bare(x=2))", "operator.attrgetter('x.real')(Bare(x=2))", "operator.attrgetter('nope')(1)"]:
    area.one("operator.attrgetter.__call__", expression)
for expression in ["operator.methodcaller('upper')('a')", "operator.methodcaller('split', ',')('a,b')", "operator.methodcaller('replace', 'a', 'b')('aa')", "operator.methodcaller('nope')(1)"]:
    area.one("operator.methodcaller.__call__", expression)

# collections.
COUNTER = "collections.Counter"
POOLS[COUNTER] = [f'{COUNTER}("abracadabra")', f"{COUNTER}()", f"{COUNTER}([1, 2, 2, 3, 3, 3])", f"{COUNTER}(a=3, b=0, c=-1)", f'{COUNTER}({{"x": 2, "y": 1}})', f'{COUNTER}("the cat the dog the".split())']
area.function(COUNTER, "", "iterable", "a=int,b=int", "str,x=int", limit=4)
for name in ("most_common",):
    area.method(COUNTER, name, "", "n/none", limit=30)
for name in ("elements", "total", "keys", "values", "items", "copy", "clear", "__repr__", "__str__", "__len__", "__iter__", "__bool__", "__pos__", "__neg__"):
    area.method(COUNTER, name, "")
for name in ("update", "subtract"):
    area.method(COUNTER, name, f"str/list[int]/dict[int]/{COUNTER}/none/list[str]", "a=int", "", limit=10)
for name in ("get", "pop", "__getitem__", "__contains__", "__delitem__"):
    area.method(COUNTER, name, "key_of/int/list[int]", limit=16)
area.method(COUNTER, "get", "key_of,int/none", limit=16)
area.method(COUNTER, "setdefault", "key_of,int", limit=16)
area.method(COUNTER, "__setitem__", "key_of,int", limit=16)
POOLS["key_of"] = ['"a"', '"zz"', "1", '"x"', "3", '"the"']
DEFAULT = "collections.defaultdict"
POOLS[DEFAULT] = [f"{DEFAULT}(int)", f"{DEFAULT}(list)", f'{DEFAULT}(int, {{"a": 1}})', f"{DEFAULT}(lambda: 7)", f"{DEFAULT}(set, a={{1}})", f"{DEFAULT}(None, a=1)", f"{DEFAULT}()"]
area.function(DEFAULT, "", "type/none/int/function", "type,dict[int|str]/list[nested]/dict[]", "type,a=int", limit=6)
ORDERED = "collections.OrderedDict"
POOLS[ORDERED] = [f"{ORDERED}(a=1, b=2, c=3)", f"{ORDERED}()", f'{ORDERED}([("x", 1), ("y", 2)])', f"{ORDERED}({{1: 2}})"]
area.function(ORDERED, "", "dict[int|str]/list[nested]/dict[]/iterator[nested]/int/none", "a=int", limit=6)
for kind in (DEFAULT, ORDERED):
    for name in ("keys", "values", "items", "copy", "clear", "popitem", "__repr__", "__str__", "__len__", "__iter__", "__reversed__"):
        area.method(kind, name, "")
    for name in ("get", "pop", "__getitem__", "__contains__", "__delitem__", "setdefault"):
        area.method(kind, name, "key_of/int/list[int]", limit=24)
    for name in ("get", "pop", "setdefault", "__setitem__"):
        area.method(kind, name, "key_of,int/none/list[int]", limit=12)
    area.method(kind, "update", "dict[int|str]/list[nested]/none", "a=int", limit=8)
area.method(ORDERED, "move_to_end", "key_of", "key_of,bool", "key_of,last=bool", limit=30)
area.method(ORDERED, "popitem", "bool", "last=bool")
area.attribute(DEFAULT, "default_factory")
area.method(DEFAULT, "__missing__", "key_of")
area.operator("op:[]", "{0}[{1}]", [f"{DEFAULT}/{ORDERED}/{COUNTER},key_of/int"], limit=30)
for first, template in (("collections.defaultdict", "{0}[{1}]\nreturn {0}"), ("list", "{0}[{1}].append(1)\nreturn {0}"), ("add", "{0}[{1}] += 1\nreturn {0}")):
    area.operator("op:[]", template, [f"{DEFAULT}/{COUNTER},key_of"], limit=30)
DEQUE = "collections.deque"
POOLS[DEQUE] = [f"{DEQUE}([1, 2, 3])", f"{DEQUE}()", f'{DEQUE}("abc", maxlen=3)', f"{DEQUE}([1, 2, 3, 4], 2)", f"{DEQUE}([0.5, None, 'x'])", f"{DEQUE}(range(5))"]
area.function(DEQUE, "", "iterable", "list[int]/str,n/none", "list[int],maxlen=n/none", "maxlen=n", limit=4)
for name in ("append", "appendleft", "remove", "count", "index", "__contains__"):
    area.method(DEQUE, name, "int/str/none/list[int]/n", limit=20)
for name in ("extend", "extendleft"):
    area.method(DEQUE, name, "list[int]/str/range/iterator[int]/list[]/int", limit=10)
area.method(DEQUE, "insert", "index,int/str", limit=24)
area.method(DEQUE, "rotate", "", "n/index", limit=40)
for name in ("pop", "popleft", "clear", "copy", "reverse", "__len__", "__iter__", "__reversed__", "__repr__", "__str__", "__bool__"):
    area.method(DEQUE, name, "")
area.method(DEQUE, "__getitem__", "index/slice", limit=24)
area.attribute(DEQUE, "maxlen")
# One that holds nothing is no ordinary one.
for call in ("append(1)", "appendleft(1)", "extend([1, 2])", "extendleft([1])"):
    area.program(f"{DEQUE}.{call.partition('(')[0]}", "maxlen of 0", f"import collections\nd = {DEQUE}(maxlen=0)\nd.{call}\nprint(d)")
CHAIN = "collections.ChainMap"
POOLS[CHAIN] = [f'{CHAIN}({{"a": 1}}, {{"a": 2, "b": 3}})', f"{CHAIN}()", f'{CHAIN}({{"x": 0}})']
area.function(CHAIN, "", "dict[int|str]", "dict[int|str],dict[int|str]", limit=6)
for name in ("keys", "values", "items", "new_child", "__len__", "__iter__", "__repr__", "copy", "popitem", "clear"):
    area.method(CHAIN, name, "")
for name in ("get", "__getitem__", "__contains__", "pop", "__delitem__"):
    area.method(CHAIN, name, "key_of", limit=12)
area.method(CHAIN, "__setitem__", "key_of,int")
area.attribute(CHAIN, "maps", "parents")
COLLECTIONS = f"{COUNTER}/{DEFAULT}/{ORDERED}/{DEQUE}/{CHAIN}"
for name in ("len", "list", "tuple", "set", "sorted", "sum", "max", "min", "dict", "str", "repr", "print", "bool", "iter", "reversed", "enumerate", "any", "all", "zip", "type"):
    area.function(f"builtins.{name}", COLLECTIONS, wrong=False, limit=10)
area.function("str.join", COLLECTIONS, source="', '.join", wrong=False)
for label, template in (("op:iter", "[item for item in {0}]"), ("op:bool", "1 if {0} else 0"), ("op:not", "not {0}"), ("op:unpack", "[*{0}]"), ("op:**unpack", "{**{0}}")):
    area.operator(label, template, [COLLECTIONS], limit=10)
for sign in ("==", "!=", "+", "-", "&", "|", "<", "<=", ">", ">=", "*"):
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", [f"{COUNTER},{COUNTER}/dict[int|str]", f"{DEQUE},{DEQUE}/list[int]/n", f"{ORDERED},{ORDERED}/dict[int|str]", f"{DEFAULT},{DEFAULT}/dict[int|str]", f"{CHAIN},{CHAIN}/dict[int|str]"], limit=16)
for sign in ("+=", "-=", "&=", "|="):
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}\nreturn {{0}}", [f"{COUNTER},{COUNTER}", f"{DEQUE},list[int]/{DEQUE}", f"{ORDERED}/{DEFAULT},dict[int|str]"], limit=10)
area.operator("op:in", "{0} in {1}", [f"key_of/int,{COLLECTIONS}"], limit=14)
area.operator("op:[]=", "{0}[{1}] = {2}\nreturn {0}", [f"{COUNTER}/{DEFAULT}/{ORDERED}/{CHAIN},key_of,int", f"{DEQUE},index,int"], limit=10)
area.operator("op:del[]", "del {0}[{1}]\nreturn {0}", [f"{COUNTER}/{DEFAULT}/{ORDERED}/{CHAIN},key_of", f"{DEQUE},index"], limit=10)

area.define('Point = collections.namedtuple("Point", "x y")\nRow = collections.namedtuple("Row", ["name", "size", "kind"], defaults=[0, None])')
POOLS["namedtuple"] = ["Point(1, 2)", 'Row("a")', 'Row("b", 2, "k")', 'Point(x="p", y=[1])']
for name in ("_asdict", "__repr__", "__len__", "__iter__", "__hash__", "__str__"):
    area.method("namedtuple", name, "", wrong=False)
area.method("namedtuple", "_replace", "", wrong=False)
area.method("point", "_replace", "x=int", "x=int,y=str", wrong=False, owner="namedtuple")
area.method("row", "_replace", "size=int,name=str", wrong=False, owner="namedtuple")
area.one("namedtuple._replace", "no field")
POOLS["point"] = ["Point(1, 2)", 'Point(x="p", y=[1])']
POOLS["row"] = ['Row("a")', 'Row("b", 2, "k")']
area.method("namedtuple", "index", "int/str")
area.method("namedtuple", "count", "int/str")
area.attribute("namedtuple", "_fields", "_field_defaults", "x", "name", "nope")
area.operator("op:[]", "{0}[{1}]", ["namedtuple,index/slice"], limit=24)
for sign in ("==", "<", "+"):
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", ["namedtuple,namedtuple/tuple[int]"], limit=12)
for name in ("len", "list", "tuple", "sorted", "sum", "max", "str", "repr", "print", "dict", "type", "hash"):
    area.function(f"builtins.{name}", "namedtuple", wrong=False)
for label in ("op:iter", "op:unpack"):
    area.operator(label, "[*{0}]", ["namedtuple"])
area.function("collections.namedtuple", "str,fields", "str,fields,rename=bool", "str,fields,defaults=tuple[int]/none", limit=16, source="(lambda *a, **k: (lambda t: (t.__name__, t._fields, t._field_defaults))(collections.namedtuple(*a, **k)))")
POOLS["fields"] = ['"x y"', '"x, y"', '["a", "b"]', '"x x"', '"def y"', '"_a b"', '""', '["1"]', "()"]
for expression in ["Point(1)", "Point(1, 2, 3)", "Point(1, y=2)", "Point._make([1, 2])", "Point._make([1])", "Point(z=1)", "Row()", "Point.__doc__", "Point.x.__doc__", "Point._fields"]:
    area.one("collections.namedtuple.__call__", expression)

# Queues, heaps, bisection, copies.
for name in ("heappush", "heappushpop", "heapreplace"):
    area.function(f"heapq.{name}", "heap,n/float/str/tuple[int]", limit=24)
POOLS["heap"] = ["[]", "[1, 3, 2]", "[1, 2, 3, 4, 5]", '["a", "b"]', "[(1, 'a'), (2, 'b')]", "[0.5, 2.5]"]
for name in ("heappop", "heapify"):
    area.function(f"heapq.{name}", "heap/lists/list[none]/tuple[int]")
for name in ("nlargest", "nsmallest"):
    area.function(f"heapq.{name}", "n,lists/iterator[int]/range", "n,lists,key=group/negate", limit=40)
area.function("heapq.merge", "", "heap", "heap,heap", "heap,heap,reverse=bool", "heap,heap,key=group", limit=16)
for name in ("bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"):
    area.function(f"bisect.{name}", "sorted,n/float/str", "sorted,n,place", "sorted,n,place,place", "sorted,n,hi=place,lo=place", "sorted,n,key=negate", limit=30)
POOLS["sorted"] = ["[1, 2, 3]", "[]", "[1, 1, 2, 2]", "[0.5, 1.5, 2.5]", '["a", "c"]', "(1, 3, 5)"]
for name in ("copy", "deepcopy"):
    area.function(f"copy.{name}", "any/" + COLLECTIONS + "/namedtuple", limit=5)
ARRAY = "array.array"
POOLS[ARRAY] = [f'{ARRAY}("i", [1, 2, 3])', f'{ARRAY}("d", [0.5, 1.5])', f'{ARRAY}("B")', f'{ARRAY}("u", "ab")', f'{ARRAY}("l", range(4))']
area.function(ARRAY, "code", "code,list[int]/list[float]/bytes/range/list[str]", limit=24)
POOLS["code"] = ['"i"', '"d"', '"b"', '"B"', '"f"', '"q"', '"x"', '"u"', '"H"']
for name in ("tolist", "tobytes", "pop", "reverse", "byteswap", "__len__", "__repr__", "__iter__"):
    area.method(ARRAY, name, "")
for name in ("append", "remove", "count", "index", "__contains__"):
    area.method(ARRAY, name, "n/float/str", limit=12)
area.method(ARRAY, "extend", "list[int]/range/array.array/str")
area.method(ARRAY, "insert", "n,n")
area.method(ARRAY, "fromlist", "list[int]/list[float]")
area.method(ARRAY, "frombytes", "bytes")
area.attribute(ARRAY, "typecode", "itemsize")
area.operator("op:[]", "{0}[{1}]", [f"{ARRAY},index/slice"], limit=16)
for name in ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"):
    area.program(f"queue.{name}", "", f"import queue\nq = queue.{name}()\nfor i in (3, 1, 2): q.put(i)\nprint(q.qsize(), q.empty())\nprint([q.get() for _ in range(3)], q.empty())\ntry: q.get_nowait()\nexcept queue.Empty as e: print(type(e).__name__, e.args)")
area.program("queue.Queue", "maxsize=int", "import queue\nq = queue.Queue(maxsize=1)\nq.put(1)\nprint(q.full())\ntry: q.put_nowait(2)\nexcept queue.Full as e: print(type(e).__name__)\nq.get(); q.task_done(); q.join(); print(q.maxsize)")
for graph in ("{'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}}", "{}", "{1: [2], 2: [3]}", "{'x': ['y'], 'y': ['x']}"):
    area.one("graphlib.TopologicalSorter.static_order", f"list(graphlib.TopologicalSorter({graph}).static_order())" if "b" not in graph else f"len(list(graphlib.TopologicalSorter({graph}).static_order()))")
area.program("graphlib.TopologicalSorter", "dict[nested|str]", "import graphlib\nt = graphlib.TopologicalSorter({'b': ['a'], 'c': ['b']})\nt.add('d', 'c')\nt.prepare()\nwhile t.is_active():\n    ready = t.get_ready()\n    print(ready)\n    t.done(*ready)")
area.program("graphlib.CycleError", "", "import graphlib\ntry: list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())\nexcept graphlib.CycleError as e: print(type(e).__name__, e.args)")
area.program("weakref.ref", "instance", "import weakref\nclass A: pass\na = A()\nr = weakref.ref(a)\nprint(r() is a)\ndel a\nprint(r())")
area.program("weakref.WeakValueDictionary", "", "import weakref\nclass A: pass\na = A(); d = weakref.WeakValueDictionary()\nd['k'] = a\nprint(len(d), 'k' in d)\ndel a\nprint(len(d), list(d))")
area.program("weakref.WeakSet", "", "import weakref\nclass A: pass\na = A(); s = weakref.WeakSet([a])\nprint(len(s), a in s)\ndel a\nprint(len(s))")
area.program("weakref.finalize", "instance,function,str", "import weakref\nclass A: pass\na = A()\nf = weakref.finalize(a, print, 'gone')\nprint(f.alive)\ndel a\nprint(f.alive)")
area.run()
