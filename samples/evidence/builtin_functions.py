"""The functions of `builtins`, and the constructors of its types."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=16)

POOLS["digits"] = ["0", "1", "2", "3", "-1", "-2", "5", "10"]
POOLS["base"] = ["10", "2", "16", "8", "36", "0"]
POOLS["numeral"] = [
    '"42"', '"-7"', '" 12 "', '"+5"', '"0x1f"', '"101"', '"ff"', '"1_000"', '""', '"abc"', '"3.5"', '"0b11"', '"z"', '"--1"',
    '"1e5"', '"007"', '"0o17"', '"1 2"',
]
POOLS["decimal"] = [
    '"3.14"', '"-2.5"', '" 1.5 "', '"1e5"', '"inf"', '"-inf"', '"nan"', '"1_000.5"', '""', '"abc"', '"1."', '".5"', '"0.1"',
    '"1e-3"', '"2.675"', '"1e400"', '"+7"', '"0x1p3"', '"1,5"', '"Infinity"',
]
POOLS["imaginary"] = ['"1+2j"', '"3j"', '"-1.5"', '"1"', '""', '"1 + 2j"', '"(2-1j)"', '"abc"', '"j"']
POOLS["name"] = ['"x"', '"greet"', '"shared"', '"missing"', '"__class__"', '""']
POOLS["source"] = ['"1 + 2"', '"[i * i for i in range(4)]"', '"len(\'abc\')"', '"1 +"', '""', '"missing"', '"1 / 0"', '"{\'a\': (1, 2)}"']
POOLS["statements"] = ['"x = 1"', '"print(1 + 1)"', '"for i in range(3): print(i)"', '"x ="', '""', '"raise ValueError(3)"', '"import math; print(math.floor(2.5))"']
POOLS["object"] = ['Bare(x=1, y="a")', "Bare()", "Number(3)"]
POOLS["class"] = ["int", "str", "object", "(int, str)", "Number", "Exception", "list", "bool", "int | str", "()"]
POOLS["sep"] = ['", "', '""', '"-"', '"\\n"', '" | "']
POOLS["code"] = ["65", "97", "48", "10", "32", "126", "0"]
POOLS["farcode"] = ["233", "8364", "128512", "1114111", "55296", "1114112", "-1"]
POOLS["letter"] = ['"a"', '"A"', '" "', '"0"', '"~"', '"\\n"', '"ab"', '""']
POOLS["spec"] = ['""', '"5"', '">8"', '"<8"', '"^8"', '"x"', '"d"', '".2f"', '",.2f"', '"08.3f"', '"+"', '"%"', '"e"', '"s"', '"*^9"', '"q"']

area.function("builtins.abs", "any")
area.function("builtins.len", "any")
area.function("builtins.repr", "any", limit=24)
area.function("builtins.ascii", "any")
area.function("builtins.hash", "int/bool/float/bigint/xfloat/none/str/tuple[int]/tuple[float]/list[int]/complex/frozenset[int]/hashed", wrong=False)
# Others are hashed by their address.
POOLS["hashed"] = ["Number(3)", "Number(0)", "Number(-2)"]
area.function("builtins.callable", "any", limit=8)
area.function("builtins.bin", "any", limit=12)
area.function("builtins.oct", "any", limit=12)
area.function("builtins.hex", "any", limit=12)
area.function("builtins.chr", "any/code/farcode", limit=12)
area.function("builtins.ord", "any/letter", limit=12)
area.function("builtins.all", "any", limit=10)
area.function("builtins.any", "any", limit=10)
area.function("builtins.iter", "any", limit=8)
area.function("builtins.next", "iterator[int]/iterator[str]/iterator[]/list[int]/none", "iterator[int]/iterator[]/iterator[nested],none/int/str")
area.function("builtins.reversed", "any", limit=10)
area.function("builtins.enumerate", "iterable", "list[int]/str/list[str]/iterator[int]/dict[int|str],int/bigint/none", "list[str]/str/iterator[str],start=int/none", limit=10)
for name in ("sum", "min", "max", "sorted"):
    area.function(f"builtins.{name}", "any", limit=16)
area.function("builtins.sum", "list[int]/list[float]/list[float|int]/iterator[int]/iterator[float]/tuple[int]/tuple[float]/range/list[nested]/list[str]/set[int]/dict_values[int|str],int/float/list[int]/str")
area.function("builtins.sum", "list[int]/list[float]/list[nested],start=int/float/list[int]/tuple[int]")
for name in ("min", "max"):
    area.function(f"builtins.{name}", "number/bigint/str/xfloat,number/bigint/str/xfloat", "int/float/str,int/float,int/float/str", limit=20)
    area.function(f"builtins.{name}", "list[int],list[int]", "tuple[int],tuple[int]", "str,ustr", "set[int],set[int]")
    area.function(f"builtins.{name}", "list[int]/list[float]/tuple[int]/range/iterator[int],key=negate", "list[str]/tuple[str]/str/dict[str]/set[str]/iterator[str],key=cased")
    area.function(f"builtins.{name}", "list[int]/list[]/iterator[]/dict[]/str,default=int/none/str", "list[]/list[int],key=negate,default=int/none", "iterable,key=none", limit=6)
    area.function(f"builtins.{name}", "int,int,key=negate", "str,str,key=cased")
area.function("builtins.sorted", "list[int]/list[float]/tuple[int]/range/iterator[int]/set[int],key=negate", "list[str]/tuple[str]/str/dict[str]/set[str]/iterator[str]/dict_keys[str],key=cased/key")
area.function("builtins.sorted", "list[int]/list[float]/list[float|int]/tuple[int]/range/iterator[int]/set[int]/list[str]/tuple[str]/str/dict[str]/list[nested]/list[bool]/dict_items[int|str],reverse=bool/int", limit=12)
area.function("builtins.sorted", "list[int],key=negate,reverse=bool", "list[str]/dict[str]/set[str],key=cased,reverse=bool", "iterable,key=key", limit=10)
area.function("builtins.sorted", "iterable,key=none", limit=4)
area.function("builtins.map", "key,iterable", "adder,list[int]/list[str]/range,list[int]/list[str]/range", "pair,iterable,list[int]/str", "cased,list[str]/str", "type,list[int]/list[str]/iterator[int]/range", limit=6)
area.function("builtins.filter", "none/test,iterable", "function,list[str]/list[nested]", limit=6)
area.function("builtins.zip", "", "iterable", "iterable,list[int]/str/range", "list[int]/str,list[str]/range,list[float]", limit=6)
area.function("builtins.zip", "list[int]/str/range,list[int]/str,strict=bool", limit=10)
area.function("builtins.range", "int/bool/bigint/none/float/str/instance", "small,count/bigint/float", "small,count,small/float/none", limit=20)
area.function("builtins.slice", "int/none", "int/none,int/none", "int/none,int/none,int/none", limit=6)
area.function("builtins.round", "any", "float/int/bool/bigint/xfloat/instance,digits/none", limit=60)
area.function("builtins.round", "float,ndigits=digits/none")
area.function("builtins.divmod", "number/bigint,number/bigint", "xfloat/complex/instance,int/float", "int,instance", limit=40)
area.function("builtins.pow", "number/bigint/xfloat/complex,small", "small,small,count", "int/bigint,count,int", "float,small,int", limit=24)
area.function("builtins.pow", "base=int,exp=small", "base=int,exp=count,mod=small")
area.function("builtins.isinstance", "any,class", limit=6)
area.function("builtins.issubclass", "type,class", limit=30)
area.function("builtins.type", "any", limit=8)
area.function("builtins.getattr", "object/str/int/list[int],name", "object/str/int,name,none/int/str", limit=12)
area.function("builtins.hasattr", "object/str/int/list[int]/none,name", limit=12)
area.function("builtins.setattr", "object/int/str,name,int/str/none", limit=12)
area.function("builtins.delattr", "object/int,name", limit=12)
area.function("builtins.vars", "object/int/none/list[int]", limit=4)
area.function("builtins.dir", "object", limit=2, wrong=False)
area.function("builtins.eval", "source", "source,dict[str]", limit=12)
area.function("builtins.exec", "statements", "statements,dict[]", limit=12)
area.function("builtins.format", "int/float/bool/str/none/list[int]/bigint/instance/complex,spec", "any", limit=16)
area.function("builtins.input", wrong=False)

area.function("builtins.print", "", "any", limit=16)
area.function("builtins.print", "int/str/float/none/list[int],int/str/float/bool/dict[int|str]", "int/str,float/str,str/none", limit=8)
area.function("builtins.print", "str/int/list[int],end=sep/none", "str/int,str/float,sep=sep/none", "str,int,str,end=sep,sep=sep", "sep=sep", "end=sep", "str,flush=bool", limit=8)
area.function("builtins.print", "str,sep=int", "str,end=int", limit=2)

area.function("builtins.int", "", "any/numeral/decimal", "numeral/bytes,base", "numeral,base=base", "int/float,base", limit=24)
area.function("builtins.float", "", "any/numeral/decimal", limit=24)
area.function("builtins.complex", "", "any/imaginary", "int/float/bool/complex,int/float/complex", "real=int/float,imag=int/float", "real=float", "imag=float", limit=16)
area.function("builtins.bool", "", "any", limit=12)
area.function("builtins.str", "", "any", limit=24)
area.function("builtins.str", "bytes/bytearray,sep", "bytes/bytearray,encoding", "bytes,encoding=encoding,errors=errors", limit=10)
POOLS["encoding"] = ['"utf-8"', '"ascii"', '"latin-1"', '"utf-16"', '"no-such"', '"UTF8"', '"cp1252"', '"utf-32-le"']
POOLS["errors"] = ['"strict"', '"ignore"', '"replace"', '"backslashreplace"']
area.function("builtins.bytes", "", "any", "str/ustr,encoding", "str/ustr,encoding,errors", limit=10)
area.function("builtins.bytearray", "", "any", "str/ustr,encoding", "str/ustr,encoding,errors", limit=10)
area.function("builtins.memoryview", "bytes/bytearray/str/list[int]", limit=8)
for name in ("list", "tuple", "set", "frozenset"):
    area.function(f"builtins.{name}", "", "any", limit=10)
area.function("builtins.dict", "", "any", "dict[int|str]/list[nested]/iterator[nested],b=int", "a=int", "a=int,b=str", "dict[str],a=none", "dict[int],z=int", "zip", limit=10)
POOLS["zip"] = ['zip("abc", [1, 2, 3])', "zip([1, 2], [3, 4])", 'zip((), "a")', 'enumerate("ab")', '(pair for pair in [("a", 1)])', '[["a", 1], ("b", 2)]', '["ab", "cd"]', "[(1, 2, 3)]"]
area.function("builtins.object", "")
area.function("builtins.property", "function")
area.function("builtins.staticmethod", "function", limit=3)
area.function("builtins.classmethod", "function", limit=3)
area.function("builtins.super", wrong=False)
area.function("builtins.globals", wrong=False, source="sorted(globals()) and type")

EXCEPTIONS = (
    "BaseException Exception ArithmeticError AssertionError AttributeError BufferError EOFError FloatingPointError GeneratorExit "
    "ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError "
    "OSError OverflowError PermissionError FileNotFoundError RecursionError ReferenceError RuntimeError StopIteration "
    "StopAsyncIteration SyntaxError SystemError SystemExit TimeoutError TypeError UnboundLocalError UnicodeError ValueError "
    "Warning UserWarning DeprecationWarning ZeroDivisionError ConnectionError FileExistsError IndentationError InterruptedError "
    "IsADirectoryError NotADirectoryError RuntimeWarning FutureWarning BytesWarning ProcessLookupError ChildProcessError"
).split()
for name in EXCEPTIONS:
    area.function(f"builtins.{name}", "", "str/int/none/tuple[int]/list[str]/ustr/float", "str/int,str/int/none", "int,str,str", limit=6, wrong=False)
    area.attribute(f"{name}", "args", "__cause__", "__context__", "__suppress_context__", "__notes__", "__traceback__")
    POOLS[name] = [f'{name}("text", 1)', f"{name}()", f'{name}("text")', f"{name}(3)"]
    area.method(name, "__str__", "", wrong=False)
    area.method(name, "__repr__", "", wrong=False)
    area.method(name, "add_note", "str", limit=3)
    area.method(name, "with_traceback", "none")
    area.operator("op:raise", "raise {0}\nreturn", [name])
    area.function("builtins.str", name, wrong=False)
    area.function("builtins.repr", name, wrong=False)
    area.function("builtins.print", name, wrong=False)
POOLS["group"] = ['[ValueError(1)]', '[ValueError("a"), TypeError("b")]', "[]", "[KeyboardInterrupt()]"]
area.function("builtins.ExceptionGroup", "str,group/list[int]", limit=4)
area.function("builtins.BaseExceptionGroup", "str,group", limit=4)
area.attribute("StopIteration", "value")
area.attribute("SystemExit", "code")
area.attribute("KeyError/OSError", "errno", "strerror", "filename")
area.attribute("ImportError/ModuleNotFoundError", "name", "path", "msg")
area.attribute("AttributeError/NameError", "name", "obj")
area.run()
