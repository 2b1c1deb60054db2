"""Decorators, classes and protocols: dataclasses, enum, functools, contextlib, typing, abc, types, inspect.

What is tried is a small program under the name of what it is about; the signature says the options that it gives.
"""

from campaign import Area

area = Area()


def program(label, signature, source):
    area.program(label, signature, source.strip("\n"))


# dataclasses: the same class with every option, and what is asked of it.
QUESTIONS = """
def ask(*questions):
    for q in questions:
        try: print(q, repr(eval(q)))
        except Exception as e: print(q, type(e).__name__)
"""
DATACLASS = "import dataclasses\nfrom dataclasses import dataclass, field, replace, asdict, astuple, fields\n" + QUESTIONS
OPTIONS = ["", "frozen=True", "order=True", "eq=False", "repr=False", "init=False", "unsafe_hash=True", "slots=True", "kw_only=True", "frozen=True, order=True", "match_args=False", "eq=True, frozen=False", "order=True, slots=True"]
for options in OPTIONS:
    signature = ",".join(sorted(option.strip().partition("=")[0] + "=bool" for option in options.split(",") if option))
    program("dataclasses.dataclass", signature, DATACLASS + f"""
@dataclass({options})
class P:
    x: int
    y: float = 1.5
    tags: list = field(default_factory=list)
ask('P(x=1)', 'P(x=1, y=2.0)', 'P(x=1) == P(x=1)', 'P(x=1) != P(x=2)', 'P(x=1) < P(x=2)', 'P(1, 2)', 'P()', 'P.__match_args__', 'sorted([P(x=2), P(x=1)])[0].x')
ask('P(x=3).x', 'setattr(P(x=1), "x", 5)', 'delattr(P(x=1), "x")', 'P(x=1).tags is P(x=1).tags', '[f.name for f in fields(P)]', 'P.__doc__')
ask('asdict(P(x=1))', 'astuple(P(x=1))', 'replace(P(x=1), x=4).x', 'P(x=1).__dict__', 'P.__annotations__["x"].__name__', 'P.__qualname__', 'dataclasses.is_dataclass(P)', 'dataclasses.is_dataclass(P(x=1))')
""")
FIELDS = ["default=3", "default_factory=list", "default=3, repr=False", "default=3, compare=False", "default=3, init=False", "default=3, hash=False", "default=3, metadata={'k': 1}", "default=3, kw_only=True", "init=False"]
for options in FIELDS:
    kinds = {"default": "int", "default_factory": "type", "metadata": "dict[int|str]"}
    names = [option.strip().partition("=")[0] for option in options.split(",")]
    signature = ",".join(sorted(f"{name}={kinds.get(name, 'bool')}" for name in names))
    program("dataclasses.field", signature, DATACLASS + f"""
@dataclass(order=True)
class P:
    a: int
    b: object = field({options})
ask('P(1)', 'P(1, 2)', 'P(1, b=2)', 'P(1) == P(1)', 'P(1) <= P(2)', 'asdict(P(1))', 'dict(fields(P)[1].metadata)', 'fields(P)[1].name', 'P(1).b')
""")
for label, signature, body in [
    ("dataclasses.field", "mutable", "@dataclass\nclass P:\n    a: list = []"),
    ("dataclasses.dataclass", "order of defaults", "@dataclass\nclass P:\n    a: int = 1\n    b: int"),
    ("dataclasses.dataclass.__post_init__", "", "@dataclass\nclass P:\n    a: int\n    b: int = field(init=False)\n    def __post_init__(self): self.b = self.a * 2\nprint(P(2))"),
    ("dataclasses.InitVar", "", "@dataclass\nclass P:\n    a: int\n    s: dataclasses.InitVar[int] = 3\n    def __post_init__(self, s): self.a += s\nprint(P(2), P(2, 5))"),
    ("dataclasses.dataclass", "inherited", "@dataclass\nclass A:\n    x: int = 1\n@dataclass\nclass B(A):\n    y: int = 2\nprint(B(), B(5), B(y=7), [f.name for f in fields(B)])"),
    ("dataclasses.dataclass", "nested", "@dataclass\nclass A:\n    x: int\n@dataclass\nclass B:\n    a: A\n    l: list\nb = B(A(1), [A(2)])\nprint(b, asdict(b), astuple(b), b == B(A(1), [A(2)]))"),
    ("dataclasses.dataclass", "ClassVar", "from typing import ClassVar\n@dataclass\nclass P:\n    n: ClassVar[int] = 5\n    x: int = 1\nprint(P(), P.n, [f.name for f in fields(P)])"),
    ("dataclasses.replace", "instance", "@dataclass(frozen=True)\nclass P:\n    x: int\n    y: int = 2\np = P(1)\nprint(replace(p), replace(p, y=5))\ntry: replace(p, z=1)\nexcept TypeError as e: print('TypeError')"),
    ("dataclasses.FrozenInstanceError", "", "@dataclass(frozen=True)\nclass P:\n    x: int\ntry: P(1).x = 2\nexcept dataclasses.FrozenInstanceError as e: print(type(e).__name__, e)\ntry: del P(1).x\nexcept AttributeError as e: print(e)"),
    ("dataclasses.make_dataclass", "str,list[nested]", "C = dataclasses.make_dataclass('C', [('x', int), ('y', int, field(default=5)), 'z'][:2])\nprint(C(1), C(1) == C(1))"),
    ("dataclasses.KW_ONLY", "", "@dataclass\nclass P:\n    a: int\n    _: dataclasses.KW_ONLY\n    b: int = 2\nprint(P(1, b=3))\ntry: P(1, 2)\nexcept TypeError: print('TypeError')"),
    ("dataclasses.asdict", "instance,dict_factory=function", "@dataclass\nclass P:\n    a: int\n    d: dict\nprint(asdict(P(1, {'k': (1, [2])}), dict_factory=lambda kv: list(kv)))"),
    ("dataclasses.dataclass", "property", "@dataclass\nclass C:\n    w: float\n    h: float\n    @property\n    def area(self): return self.w * self.h\n    def scale(self, k): return C(self.w * k, self.h * k)\nprint(C(2, 3).area, C(2, 3).scale(0.5))"),
    ("dataclasses.dataclass", "hash", "@dataclass(frozen=True)\nclass P:\n    x: int\n    y: int\nprint(len({P(1, 2), P(1, 2), P(2, 1)}), {P(1, 2): 'a'}[P(1, 2)])\n@dataclass\nclass Q:\n    x: int\ntry: hash(Q(1))\nexcept TypeError: print('TypeError')"),
    ("dataclasses.dataclass", "message", "@dataclass\nclass P:\n    x: int\n    y: int\nfor call in ('P()', 'P(1)', 'P(1, 2, 3)', 'P(1, z=2)'):\n    try: eval(call)\n    except TypeError as e: print(e)"),
]:
    program(label, signature, DATACLASS + body)

# enum.
ENUM = "import enum\nfrom enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique\n" + QUESTIONS
KINDS = {"Enum": ("1", "2"), "IntEnum": ("1", "2"), "Flag": ("1", "2"), "IntFlag": ("1", "2"), "StrEnum": ("'r'", "'g'")}
ASKED = {
    "__repr__": "ask('C.A', 'repr(C.A)', 'repr(C)', 'C.__name__')",
    "__str__": "ask('str(C.A)'); print(C.A, C.B)",
    "__format__": "print(f'{C.A}', f'{C.A:>12}|', '%s' % C.A, '{}'.format(C.B))",
    "__call__": "ask('C({0})', 'C(99)', 'C(\"zz\")', 'C(None)')",
    "__getitem__": "ask('C[\"A\"]', 'C[\"Z\"]', 'C[1]')",
    "__iter__": "ask('list(C)', 'len(C)', '[m.name for m in C]', '[m.value for m in C]', 'list(reversed(C))')",
    "__members__": "ask('dict(C.__members__)', 'list(C.__members__)')",
    "__contains__": "ask('C.A in C', '\"A\" in C.__members__')",
    "__contains__ of value": "ask('{0} in C', '99 in C')",
    "__eq__": "ask('C.A == C.A', 'C.A is C.A', 'C.A == C.B', 'C.A == {0}', 'C.A != C.B', 'C.A == None')",
    "__lt__": "ask('C.A < C.B', 'C.A <= C.B', 'sorted([C.B, C.A])', 'max(C.A, C.B)')",
    "__hash__": "ask('{C.A: 1}[C.A]', 'len({C.A, C.B, C.A})')",
    "name": "ask('C.A.name', 'C.A.value', 'C.A._value_', 'C.nope', 'C.A.nope')",
    "__setattr__": "ask('setattr(C, \"A\", 5)', 'setattr(C.A, \"value\", 5)', 'delattr(C, \"A\")')",
    "__or__": "ask('C.A | C.B', 'C.A & C.B', 'C.A ^ C.B', '~C.A', 'bool(C.A & C.B)', '(C.A | C.B).value', 'C.A in (C.A | C.B)')",
    "__add__": "ask('C.A + C.B', 'C.A + 1', 'C.A * 2', '[10, 20, 30][C.A]', 'int(C.A)')",
    "type": "ask('type(C.A)', 'isinstance(C.A, C)', 'isinstance(C.A, int)', 'isinstance(C.A, str)', 'C.A.__class__.__name__')",
    "copy": "import copy; ask('copy.copy(C.A) is C.A', 'copy.deepcopy(C.A) is C.A')",
    "json": "import json; ask('json.dumps(C.A)', 'json.dumps({\"a\": C.B})')",
    "match": "def f(c):\n    match c:\n        case C.A: return 'a'\n        case C.B: return 'b'\n        case _: return 'other'\nprint(f(C.A), f(C.B), f(3))",
}


def spelled(questions, values):
    return questions.replace("{0}", values[0]).replace("{1}", values[1])


for kind, values in KINDS.items():
    for name, questions in ASKED.items():
        program(f"enum.{kind}.{name.partition(' ')[0]}", name.partition(" ")[2], ENUM + f"class C({kind}):\n    A = {values[0]}\n    B = {values[1]}\n" + spelled(questions, values))
    program(f"enum.{kind}", "auto", ENUM + f"class C({kind}):\n    A = auto()\n    B = auto()\nprint([(c.name, c.value) for c in C])")
    program(f"enum.{kind}", "alias", ENUM + f"class C({kind}):\n    A = {values[0]}\n    Z = {values[0]}\n    B = {values[1]}\nprint(list(C), C.Z, C.Z is C.A, list(C.__members__))")
    program(f"enum.{kind}", "str,list[str]", ENUM + f"C = {kind}('C', ['A', 'B'])\nprint(list(C), C.A.value)")
    program(f"enum.{kind}", "str,str", ENUM + f"C = {kind}('C', 'A B')\nprint(list(C), C.B.value)")
    program(f"enum.{kind}", "method", ENUM + f"class C({kind}):\n    A = {values[0]}\n    B = {values[1]}\n    def next(self): return C.B\n    @property\n    def low(self): return self.name.lower()\n    @classmethod\n    def first(cls): return cls.A\nprint(C.A.next(), C.B.low, C.first())")
    program(f"enum.{kind}", "subclass", ENUM + f"class C({kind}):\n    A = {values[0]}\ntry:\n    class D(C): pass\n    print('made')\nexcept TypeError: print('TypeError')")
for label, signature, body in [
    ("enum.unique", "type", "try:\n    @unique\n    class C(Enum):\n        A = 1\n        B = 1\nexcept ValueError as e: print('ValueError')\n@unique\nclass D(Enum):\n    A = 1\nprint(list(D))"),
    ("enum.unique", "message", "try:\n    @unique\n    class C(Enum):\n        A = 1\n        B = 1\nexcept ValueError as e: print(e)"),
    ("enum.Enum", "tuple values", "class P(Enum):\n    E = (1.5, 2)\n    M = (3.0, 4)\n    def __init__(self, a, b): self.a = a; self.b = b\n    @property\n    def s(self): return self.a + self.b\nprint(P.E, P.E.a, P.M.s, P((1.5, 2)))"),
    ("enum.Enum._missing_", "", "class C(Enum):\n    A = 1\n    @classmethod\n    def _missing_(cls, v): return cls.A\nprint(C(77))"),
    ("enum.Enum._generate_next_value_", "", "class C(Enum):\n    @staticmethod\n    def _generate_next_value_(name, start, count, last): return name.lower()\n    RED = auto()\nprint(C.RED.value)"),
    ("enum.Enum", "mixin", "class C(str, Enum):\n    A = 'a'\n    B = 'b'\nprint(C.A, repr(C.A), C.A == 'a', C.A.upper(), f'{C.A}', C('b'), 'x' + C.A, [C.A])"),
    ("enum.Enum", "int mixin", "class C(int, Enum):\n    A = 1\nprint(C.A, repr(C.A), C.A + 1, f'{C.A}', '%d' % C.A)"),
    ("enum.Enum", "message", "class C(Enum):\n    A = 1\nfor q in ('C(5)', 'C[\"Z\"]', 'C.Z'):\n    try: eval(q)\n    except Exception as e: print(type(e).__name__, e)"),
    ("enum.Flag", "int", "class P(Flag):\n    R = 4\n    W = 2\n    X = 1\n    RW = R | W\nprint(P.RW, P(5), P(0), list(P), list(P.RW), P.R | P.X, ~P.R, bool(P(0)), P.R in P.RW, P(7))"),
    ("enum.Flag", "invalid", "class P(Flag):\n    R = 4\n    W = 2\nask('P(8)', 'P(1)', 'P.R | 2', 'len(P.R | P.W)')"),
    ("enum.IntFlag", "int", "class P(IntFlag):\n    R = 4\n    W = 2\nask('P(8)', 'P.R | 8', 'P.R + 1', 'P.R | P.W', '~P.R', 'P(0)')"),
    ("enum.auto", "", "class C(Enum):\n    A = 5\n    B = auto()\n    D = auto()\nprint([c.value for c in C])"),
    ("enum.member", "function", "class C(Enum):\n    A = enum.member(3)\n    b = enum.nonmember(4)\nprint(list(C), C.b)"),
    ("enum.verify", "", "@enum.verify(enum.UNIQUE)\nclass C(Enum):\n    A = 1\nprint(list(C))"),
    ("enum.property", "", "class C(Enum):\n    A = 1\n    @enum.property\n    def twice(self): return self.value * 2\nprint(C.A.twice)"),
]:
    program(label, signature, ENUM + body)

# functools' decorators, contextlib, typing, abc, types, inspect.
OTHERS = {
    ("functools.lru_cache", ""): "from functools import lru_cache\ncalls = []\n@lru_cache\ndef f(n):\n    calls.append(n)\n    return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(20), len(calls), f.cache_info())\nf.cache_clear(); print(f.cache_info(), f.__name__, f.__wrapped__(1))",
    ("functools.lru_cache", "maxsize=int"): "from functools import lru_cache\n@lru_cache(maxsize=2)\ndef f(n): print('call', n); return n\nfor n in (1, 2, 1, 3, 2, 1): f(n)\nprint(f.cache_info(), f.cache_parameters())",
    ("functools.lru_cache", "maxsize=none"): "from functools import lru_cache\n@lru_cache(maxsize=None)\ndef f(a, b=1): return a + b\nprint(f(1), f(1, 1), f(1, b=1), f.cache_info())\ntry: f([])\nexcept TypeError: print('TypeError')",
    ("functools.lru_cache", "maxsize=int,typed=bool"): "from functools import lru_cache\n@lru_cache(maxsize=8, typed=True)\ndef f(a): return a\nprint(f(1), f(1.0), f(True), f.cache_info())",
    ("functools.cache", "function"): "from functools import cache\n@cache\ndef f(n): return 1 if n == 0 else n * f(n - 1)\nprint(f(10), f(5), f.cache_info())",
    ("functools.cached_property", "function"): "from functools import cached_property\nclass C:\n    @cached_property\n    def v(self): print('once'); return 3\nc = C(); print(c.v, c.v, c.__dict__); del c.v; print(c.v)",
    ("functools.singledispatch", "function"): "from functools import singledispatch\n@singledispatch\ndef f(x): return 'any'\n@f.register\ndef _(x: int): return 'int'\n@f.register(str)\ndef _(x): return 'str'\n@f.register(list)\n@f.register(tuple)\ndef _(x): return 'seq'\nprint([f(v) for v in (1, 'a', [1], (1,), 2.5, True, None)], f.dispatch(bool) is f.dispatch(int), len(f.registry))",
    ("functools.singledispatchmethod", "function"): "from functools import singledispatchmethod\nclass C:\n    @singledispatchmethod\n    def f(self, x): return 'any'\n    @f.register\n    def _(self, x: int): return 'int'\nprint(C().f(1), C().f('a'))",
    ("functools.total_ordering", "type"): "from functools import total_ordering\n@total_ordering\nclass V:\n    def __init__(self, n): self.n = n\n    def __eq__(self, o): return self.n == o.n\n    def __lt__(self, o): return self.n < o.n\nprint(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(1))",
    ("functools.wraps", "function"): "from functools import wraps\ndef deco(f):\n    @wraps(f)\n    def inner(*a, **k):\n        'inner doc'\n        print('before'); return f(*a, **k)\n    return inner\n@deco\ndef add(a, b=2):\n    'adds'\n    return a + b\nprint(add(1), add.__name__, add.__doc__, add.__wrapped__(1), add.__qualname__)",
    ("functools.update_wrapper", "function,function"): "from functools import update_wrapper\ndef a(): 'x'\ndef b(): pass\nprint(update_wrapper(b, a).__name__, b.__doc__)",
    ("functools.partialmethod", "function,int"): "from functools import partialmethod\nclass C:\n    def s(self, v): return v\n    on = partialmethod(s, 1)\nprint(C().on())",
    ("functools.partial", "class"): "from functools import partial\nclass P:\n    def __init__(self, a, b=0): self.a, self.b = a, b\nmk = partial(P, b=5)\nprint(mk(1).a, mk(1).b, mk(1, b=2).b, mk.func is P, mk.keywords)\ntry: mk()\nexcept TypeError: print('TypeError')",
    ("contextlib.contextmanager", "function"): "from contextlib import contextmanager\n@contextmanager\ndef c(n):\n    print('in', n)\n    try: yield n * 2\n    except ValueError as e: print('caught', type(e).__name__)\n    finally: print('out')\nwith c(2) as v: print(v)\nwith c(3): raise ValueError('x')\ntry:\n    with c(4): raise KeyError(1)\nexcept KeyError: print('KeyError')\n@c(9)\ndef f(): return 'f'\nprint(f())",
    ("contextlib.ExitStack", ""): "from contextlib import ExitStack\nclass R:\n    def __init__(self, n): self.n = n\n    def __enter__(self): print('enter', self.n); return self\n    def __exit__(self, *e): print('exit', self.n, e[0] and e[0].__name__)\nwith ExitStack() as s:\n    for i in range(3): s.enter_context(R(i))\n    s.callback(print, 'called', sep='-')\n    s.push(R('p'))\ntry:\n    with ExitStack() as s:\n        s.enter_context(R(1)); raise ValueError\nexcept ValueError: print('ValueError')\ns = ExitStack(); s.callback(print, 1); t = s.pop_all(); s.close(); t.close()",
    ("contextlib.suppress", "type"): "from contextlib import suppress\nwith suppress(KeyError, ValueError): {}['x']\nprint(1)\nwith suppress(ValueError): int('x')\ntry:\n    with suppress(KeyError): 1 / 0\nexcept ZeroDivisionError: print('ZeroDivisionError')",
    ("contextlib.redirect_stdout", "io.StringIO"): "import io\nfrom contextlib import redirect_stdout\nf = io.StringIO()\nwith redirect_stdout(f): print('hidden')\nprint(repr(f.getvalue()))",
    ("contextlib.redirect_stderr", "io.StringIO"): "import io, sys\nfrom contextlib import redirect_stderr\nf = io.StringIO()\nwith redirect_stderr(f): print('hidden', file=sys.stderr)\nprint(repr(f.getvalue()))",
    ("contextlib.closing", "instance"): "from contextlib import closing\nclass C:\n    def close(self): print('closed')\nwith closing(C()) as c: print(type(c).__name__)",
    ("contextlib.nullcontext", "int"): "from contextlib import nullcontext\nwith nullcontext(5) as v: print(v)\nwith nullcontext() as v: print(v)",
    ("contextlib.ContextDecorator", ""): "from contextlib import ContextDecorator\nclass T(ContextDecorator):\n    def __enter__(self): print('a'); return self\n    def __exit__(self, *e): print('b'); return False\n@T()\ndef f(): print('f')\nf()",
    ("contextlib.asynccontextmanager", "function"): "import asyncio\nfrom contextlib import asynccontextmanager\n@asynccontextmanager\nasync def c():\n    print('in'); yield 1; print('out')\nasync def main():\n    async with c() as v: print(v)\nasyncio.run(main())",
    ("typing.NamedTuple", "class"): "from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\n    y: float = 2.5\n    'doc'\n    def s(self): return self.x + self.y\np = P(1)\nprint(p, p.s(), p._asdict(), p._replace(x=3), P._fields, P._field_defaults, p == (1, 2.5), p[0], len(p))\na, b = p; print(a, b)\ntry: p.x = 3\nexcept AttributeError: print('AttributeError')",
    ("typing.NamedTuple", "str,list[nested]"): "from typing import NamedTuple\nE = NamedTuple('E', [('n', str), ('i', int)])\nprint(E('a', 1), E.__annotations__)",
    ("typing.TypedDict", "class"): "from typing import TypedDict\nclass M(TypedDict, total=False):\n    a: int\n    b: str\nm: M = {'a': 1}\nprint(m, M(a=1), M.__total__, sorted(M.__optional_keys__), M.__annotations__)",
    ("typing.Protocol", "class"): "from typing import Protocol, runtime_checkable\n@runtime_checkable\nclass H(Protocol):\n    def hi(self) -> str: ...\nclass A:\n    def hi(self): return 'x'\nprint(isinstance(A(), H), isinstance(3, H), issubclass(A, H))\ntry: H()\nexcept TypeError: print('TypeError')",
    ("typing.Generic", "class"): "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass S(Generic[T]):\n    def __init__(self): self.i = []\n    def push(self, x: T): self.i.append(x); return self\nprint(S[int]().push(1).i, S().push('a').i, S[int].__origin__ is S, S[int].__args__, T)",
    ("typing.get_type_hints", "function"): "from typing import get_type_hints, Optional, List\ndef f(a: int, b: 'str' = '', c: Optional[int] = None) -> List[int]: ...\nprint(get_type_hints(f))",
    ("typing.Optional", "repr"): "import typing\nprint(typing.Optional[int], typing.Union[int, str], typing.List[int], typing.Dict[str, int], typing.Callable[[int], str], typing.Any, typing.Tuple[int, ...], list[int], int | None, dict[str, list[int]])",
    ("typing.Literal", ""): "from typing import Literal, get_args, get_origin, Union, List\nprint(Literal[1, 'a'], get_args(Literal[1, 2]), get_origin(List[int]), get_args(Union[int, str]))",
    ("typing.cast", "type,int"): "from typing import cast, NewType, TYPE_CHECKING, overload, final, Final, Annotated, ClassVar\nU = NewType('U', int)\nprint(cast(str, 3), U(5), U.__name__, TYPE_CHECKING)\n@final\nclass A: pass\nx: Final = 3\nprint(A.__name__, x)",
    ("typing.TypeAlias", "type statement"): "type Pair[T] = tuple[T, T]\ndef first[T](p: tuple[T, T]) -> T: return p[0]\nclass B[T]:\n    def __init__(self, v: T): self.v = v\nprint(first((1, 2)), B(3).v, Pair.__name__)",
    ("abc.ABC", ""): "from abc import ABC, abstractmethod\nclass S(ABC):\n    @abstractmethod\n    def area(self): ...\n    @property\n    @abstractmethod\n    def name(self): ...\nclass Q(S):\n    def area(self): return 4\n    name = 'q'\nprint(Q().area(), Q().name, sorted(S.__abstractmethods__), isinstance(Q(), S))\ntry: S()\nexcept TypeError: print('TypeError')",
    ("abc.ABC", "message"): "from abc import ABC, abstractmethod\nclass S(ABC):\n    @abstractmethod\n    def a(self): ...\n    @abstractmethod\n    def b(self): ...\ntry: S()\nexcept TypeError as e: print(e)",
    ("abc.ABCMeta.register", "type"): "from abc import ABCMeta\nclass S(metaclass=ABCMeta):\n    @classmethod\n    def __subclasshook__(cls, c): return True if hasattr(c, 'quack') else NotImplemented\nclass D:\n    def quack(self): pass\nS.register(int)\nprint(isinstance(3, S), isinstance(D(), S), issubclass(str, S))",
    ("collections.abc", ""): "from collections.abc import Iterable, Mapping, Sequence, Hashable, Callable, Sized, MutableMapping, Iterator, Generator\nfor v in ([], {}, 'a', 1, (), len, iter([]), set(), range(2)):\n    print([isinstance(v, c) for c in (Iterable, Mapping, Sequence, Hashable, Callable, Sized, Iterator)])",
    ("collections.abc.MutableMapping", ""): "from collections.abc import MutableMapping\nclass M(MutableMapping):\n    def __init__(self): self.d = {}\n    def __getitem__(self, k): return self.d[k]\n    def __setitem__(self, k, v): self.d[k] = v\n    def __delitem__(self, k): del self.d[k]\n    def __iter__(self): return iter(self.d)\n    def __len__(self): return len(self.d)\nm = M(); m['a'] = 1; m.update(b=2)\nprint(dict(m), m.get('z'), m.pop('a'), list(m.items()), 'b' in m, m.setdefault('c', 5), len(m), m == {'b': 2, 'c': 5})",
    ("collections.abc.Sequence", ""): "from collections.abc import Sequence\nclass S(Sequence):\n    def __getitem__(self, i): return [1, 2, 3][i]\n    def __len__(self): return 3\ns = S(); print(list(s), list(reversed(s)), s.index(2), s.count(3), 2 in s, s[-1], s[:2])",
    ("collections.UserDict", ""): "from collections import UserDict, UserList, UserString\nclass D(UserDict):\n    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)\nprint(D(a=1), UserList([1, 2]) + [3], UserString('ab').upper())",
    ("types.SimpleNamespace", "x=int"): "from types import SimpleNamespace\nn = SimpleNamespace(x=1, y='a'); n.z = [2]\nprint(n, n.x, n == SimpleNamespace(x=1, y='a', z=[2]), vars(n))",
    ("types.MappingProxyType", "dict[int|str]"): "from types import MappingProxyType\nd = {'a': 1}; p = MappingProxyType(d); d['b'] = 2\nprint(p, p['b'], len(p), list(p))\ntry: p['c'] = 3\nexcept TypeError: print('TypeError')",
    ("types.new_class", "str"): "import types\nprint(types.new_class('X', (int,), {}, lambda ns: ns.update(a=1)).a, types.FunctionType.__name__, types.GeneratorType.__name__, isinstance(lambda: 1, types.LambdaType))",
    ("types.MethodType", "function,instance"): "import types\nclass A: pass\na = A(); a.f = types.MethodType(lambda s, x: (type(s).__name__, x), a)\nprint(a.f(3))",
    ("inspect.signature", "function"): "import inspect\ndef f(a, b: int = 2, *args, c, d='x', **k) -> str: ...\ns = inspect.signature(f)\nprint(s, list(s.parameters), s.parameters['b'].default, s.return_annotation, s.parameters['c'].kind)\nb = s.bind(1, c=3); b.apply_defaults(); print(b.arguments)",
    ("inspect.signature", "type"): "import inspect\nclass A:\n    def __init__(self, x, y=1): ...\nprint(inspect.signature(A), inspect.signature(A.__init__))",
    ("inspect.isfunction", "function"): "import inspect\ndef g(): yield\nclass A:\n    def m(self): ...\nprint(inspect.isfunction(g), inspect.isgeneratorfunction(g), inspect.isclass(A), inspect.ismethod(A().m), inspect.isbuiltin(len), inspect.getmro(A)[0].__name__, inspect.getdoc(len) is None, inspect.iscoroutinefunction(g))",
    ("inspect.getmembers", "instance"): "import inspect\nclass A:\n    x = 1\n    def m(self): ...\nprint([n for n, v in inspect.getmembers(A()) if not n.startswith('_')], [n for n, _ in inspect.getmembers(A, inspect.isfunction)])",
    ("inspect.getsource", "function"): "import inspect\ntry: print(inspect.getsource(inspect.cleandoc)[:20])\nexcept Exception as e: print(type(e).__name__)\nprint(inspect.cleandoc('  a\\n    b\\n  c'))",
    ("inspect.currentframe", ""): "import inspect\ndef f(): return inspect.currentframe().f_code.co_name\nprint(f(), inspect.stack()[0].function)",
}
for (label, signature), source in OTHERS.items():
    program(label, signature, source)
area.run()
