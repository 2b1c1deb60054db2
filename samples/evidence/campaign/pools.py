"""The arguments: for each kind the texts of some values, ordinary ones first, then the edges.

A kind is called as in the table. Beside these there are pools for a purpose (`key`, `small`, `index` …): they only choose; what
a row says is the kind of the value.
"""


class Number:
    """A number of one's own, with every operator."""

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Number({self.value})"

    def __str__(self):
        return f"number {self.value}"

    def __format__(self, spec):
        return f"<{self.value}:{spec}>"

    def __hash__(self):
        return hash(self.value)

    def __bool__(self):
        return self.value != 0

    def __index__(self):
        return self.value

    def __int__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __complex__(self):
        return complex(self.value)

    def __round__(self, digits=None):
        return Number(round(self.value, digits))

    def __call__(self, *args, **kwargs):
        return ("called", args, kwargs)

    def __neg__(self):
        return Number(-self.value)

    def __pos__(self):
        return Number(self.value)

    def __abs__(self):
        return Number(abs(self.value))

    def __invert__(self):
        return Number(~self.value)

    def __divmod__(self, other):
        return ("divmod", self.value, other)

    def __rdivmod__(self, other):
        return ("rdivmod", self.value, other)


def _operators():
    def one(name):
        def operate(self, other):
            other = other.value if isinstance(other, Number) else other
            return (name, self.value, other)

        return operate

    for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split():
        setattr(Number, f"__{name}__", one(name))
        setattr(Number, f"__r{name}__", one("r" + name))
        setattr(Number, f"__i{name}__", one("i" + name))

    def compared(name):
        def compare(self, other):
            other = other.value if isinstance(other, Number) else other
            if not isinstance(other, (int, float)):
                return NotImplemented
            return getattr(self.value, name)(other)

        return compare

    for name in "lt le gt ge eq ne".split():
        setattr(Number, f"__{name}__", compared(f"__{name}__"))


_operators()


class Box:
    """A container of one's own."""

    def __init__(self, *items):
        self.items = list(items)

    def __repr__(self):
        return f"Box({', '.join(map(repr, self.items))})"

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __contains__(self, item):
        return item in self.items

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __reversed__(self):
        return reversed(self.items)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


class Bare:
    """An object with attributes and nothing else."""

    shared = "of the class"

    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def greet(self, name="you"):
        return f"hello {name}"


# What the texts of values may name.
NAMES = {"Number": Number, "Box": Box, "Bare": Bare}

POOLS = {
    "none": ["None"],
    "bool": ["True", "False"],
    "int": "0 1 -1 2 3 7 10 -10 42 100 255 1000 -12345 999999 1000000 -1000000 65 -3 5 12".split(),
    "bigint": ["2**63", "-2**63", "2**64 + 1", "10**20", "-10**30 + 7", "3**100"],
    "float": "1.5 0.1 0.0 1.0 -1.0 0.5 2.5 -2.5 2.675 3.14159 1/3 100.0 8.0 123456.789 1e-05 -0.1 0.25 0.2 0.7 -7.25".split(),
    "xfloat": ["float('nan')", "float('inf')", "-float('inf')", "-0.0", "5e-324", "1.7976931348623157e308", "1e16", "1e22", "2e15"],
    "complex": ["1j", "0j", "(1+2j)", "(-1.5-0.5j)", "(3+4j)", "(0.1+0j)"],
    "str": [
        '"abc"', '"a"', '""', '"Hello, World!"', '"hello world"', '"  padded  "', '"123"', '"a,b,c"', '"x=1;y=2"',
        '"line1\\nline2\\n"', '"tab\\there"', '"aXbXc"', '"3.14"', '"ABC"', '"The quick brown fox"', '"mixedCase99"',
        '"b"', '"aaa"', '" "', '"it\'s"',
    ],
    "ustr": [
        '"caf\\u00e9"', '"\\u00df"', '"\\u65e5\\u672c\\u8a9e"', '"\\U0001f600 ok"', '"\\u00c0\\u00c9 \\u00ee"',
        '"\\u0130stanbul"', '"\\ufb01x"', '"e\\u0301"', '"\\u01c5"', '"\\u0660\\u0661"', '"\\u03a3\\u03c3\\u03c2"',
        '"\\u00bd\\u00b2"', '"a\\x1cb\\x0bc"', '"\\x1f \\x7f"', '"\\x1b[1mbold"',
    ],
    "bytes": ['b"abc"', 'b""', 'b"a"', 'b"Hello, World"', 'b" x "', 'b"1,2,3"', 'b"\\x00\\xff"', 'b"line1\\nline2"', 'b"ABC"', 'b"\'q\'"'],
    "bytearray": ['bytearray(b"abc")', 'bytearray()', 'bytearray(b"Hello World")', 'bytearray(b"\\x00\\xff")', 'bytearray(b"a,b")'],
    "range": ["range(5)", "range(0)", "range(1, 10, 3)", "range(10, 0, -2)", "range(-3, 3)", "range(1)"],
    "slice": ["slice(1, 3)", "slice(None)", "slice(None, None, -1)", "slice(-2, None)", "slice(0, 10, 2)", "slice(5, 1, -2)"],
    "function": ["len", "abs", "lambda x: x", "repr", "lambda *a: a"],
    "type": ["int", "str", "list", "float", "bool", "ValueError", "Number", "dict"],
    "instance": ["Number(3)", "Number(0)", "Number(-2)", "Box(1, 2)", "Box()", 'Bare(x=1)'],
    "list[nested]": ["[[1, 2], [3]]", "[[]]", '[(1, "a"), (2, "b")]', '[{"a": 1}, {"b": 2}]', "[(2, 1), (1, 2)]", "[[3], [1], [2]]"],
    "tuple[nested]": ["([1, 2], [3])", "((),)", '((1, "a"), (0, "b"))', "((2, 1), (1, 2))"],
    "dict[nested|str]": ['{"a": [1, 2], "b": []}', '{"k": {"x": 1}}', '{"t": (1, 2)}'],
    "dict[nested|int]": ["{1: [2]}", "{(1, 2): 3}"],
    "iterator[nested]": ["zip([1, 2], [3, 4])", 'enumerate(["a", "b"])', 'iter([("a", 1), ("b", 2)])', 'iter({"a": 1}.items())'],
    "iterator[]": ["iter([])", "(x for x in ())"],
    "list[]": ["[]"],
    "tuple[]": ["()"],
    "dict[]": ["{}"],
    "set[]": ["set()"],
    "frozenset[]": ["frozenset()"],
    # For a purpose.
    "small": ["2", "0", "1", "3", "5", "-1"],
    "count": ["1", "0", "2", "3", "10", "-1"],
    "index": ["0", "1", "-1", "2", "-2", "3", "10", "-10"],
    "key": ["lambda x: x", "lambda x: str(x)", "repr", "lambda x: 0", "lambda x: (type(x).__name__, str(x))"],
    "negate": ["lambda x: -x", "abs", "lambda x: x % 3"],
    "cased": ["str.lower", "len", "str.upper", "lambda s: s[-1:]", "lambda s: s[::-1]"],
    "pair": ["lambda a, b: a", "lambda a, b: (a, b)", "lambda a, b: [a, b]"],
    "adder": ["lambda a, b: a + b", "lambda a, b: b + a"],
    "test": ["lambda x: x", "bool", "lambda x: not x", "lambda x: x == x"],
}

# Which items of a pool a container is made of: single, several, doubled, unsorted, long.
PATTERNS = [(1,), (2, 0, 1), (0, 1), (4, 4, 2), (3, 1, 2, 1, 5), (0, 7, 9, 8, 3, 13), (6, 5, 4, 3, 2, 1, 0, 2)]

ALIASES = {
    "number": "int/float/bool",
    "anynumber": "int/float/bool/bigint/xfloat/complex",
    "sequence": "list[int]/tuple[int]/str/range/list[str]/bytes",
    "ints": "list[int]/tuple[int]/set[int]/range/iterator[int]/dict[int]/frozenset[int]/dict_values[int|str]",
    "iterable": (
        "list[]/list[int]/list[str]/list[float]/list[float|int]/list[bool]/list[nested]/list[int|str]/list[none]/list[ustr]"
        "/list[bigint]/list[xfloat]/tuple[]/tuple[int]/tuple[str]/tuple[float]/tuple[nested]/dict[]/dict[str]/dict[int|str]"
        "/dict[int]/dict[float|str]/dict[nested|str]/set[]/set[int]/set[str]/set[float]/frozenset[int]/frozenset[str]"
        "/range/str/ustr/bytes/bytearray/iterator[]/iterator[int]/iterator[str]/iterator[float]/iterator[nested]"
        "/dict_keys[int|str]/dict_values[int|str]/dict_items[int|str]/dict_keys[str]/dict_values[str]/list[instance]"
    ),
}
ALIASES["simple"] = "none/bool/int/bigint/float/xfloat/complex/str/ustr/bytes/bytearray/slice/function/type/instance"
ALIASES["any"] = ALIASES["simple"] + "/" + ALIASES["iterable"]
# One of each family, for pairs of everything with everything.
ALIASES["each"] = (
    "none/bool/int/bigint/float/xfloat/complex/str/ustr/bytes/bytearray/range/slice/function/type/instance/list[int]"
    "/list[str]/list[nested]/tuple[int]/tuple[str]/dict[int|str]/set[int]/frozenset[str]/iterator[int]/dict_keys[int|str]"
)

ALIASES["some"] = "none/bool/int/float/str/bytes/list[int]/tuple[int]/dict[int|str]/set[int]/range/instance/function/type"

# Tried in every place where they are not expected, for the exception.
WRONG = ["none", "int", "str", "float", "list[int]", "dict[str]", "instance", "bytes", "bool"]

_made = {}


def pool(kind):
    """Returns the texts of the values of a kind."""
    if kind in POOLS:
        return POOLS[kind]
    if kind not in _made:
        _made[kind] = _contained(kind)
    return _made[kind]


def _contained(kind):
    name, _, items = kind.rstrip("]").partition("[")
    if not items:
        raise KeyError(kind)
    names = items.split("|")
    if name in ("dict", "dict_keys", "dict_values", "dict_items"):
        texts = _dicts(names)
        return texts if name == "dict" else [f"{text}.{name[5:]}()" for text in texts]
    texts = [", ".join(item) for item in _items(names)]
    if name == "list":
        return [f"[{text}]" for text in texts]
    if name == "tuple":
        return [f"({text},)" for text in texts]
    if name == "set":
        return ["{" + text + "}" for text in texts]
    if name == "frozenset":
        return ["frozenset({" + text + "})" for text in texts]
    if name == "iterator":
        makers = ("iter([{}])", "(x for x in [{}])", "map(lambda x: x, [{}])", "reversed([{}])", "iter([{}])", "filter(None, [{}])")
        return [maker.format(text) for maker, text in zip(makers, texts)]
    raise KeyError(kind)


def _items(names):
    """Returns lists of texts. Where there are several kinds, each list has all of them."""
    lists = []
    for pattern in PATTERNS:
        if len(pattern) < len(names):
            continue
        found = []
        for place, index in enumerate(pattern):
            texts = pool(names[place % len(names)])
            found.append(texts[index % len(texts)])
        lists.append(found)
    return lists


def _dicts(names):
    if len(names) == 1:
        keys = values = pool(names[0])
    else:
        # The keys are texts where there are texts, as in ordinary programs.
        values = pool(names[0] if names[1] == "str" else names[1])
        keys = pool(names[1] if names[1] == "str" else names[0])
    texts = []
    for pattern in PATTERNS:
        pairs = [f"{keys[index % len(keys)]}: {values[(index + 1) % len(values)]}" for index in pattern]
        texts.append("{" + ", ".join(pairs) + "}")
    return texts
