"""The methods of str, bytes and bytearray."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=20)

POOLS["part"] = ['"a"', '","', '" "', '"l"', '"ab"', '""', '"World"', '"xyz"', '"\\n"', '"="', '"x"', '"aa"']
POOLS["upart"] = ['"\\u00e9"', '"\\u672c"', '"\\U0001f600"', '"\\u0301"']
POOLS["bpart"] = ['b"a"', 'b","', 'b" "', 'b"l"', 'b""', 'b"\\xff"', 'b"World"', 'bytearray(b"b")']
POOLS["chars"] = ['" "', '"a"', '"abc"', '"x"', '" \\n"', '""', '"!dH"']
POOLS["width"] = ["10", "0", "5", "3", "-1", "20", "1"]
POOLS["fillchar"] = ['"*"', '" "', '"0"', '""', '"ab"', '"\\u2603"']
POOLS["limit"] = ["1", "0", "-1", "2", "5"]
POOLS["place"] = ["0", "1", "2", "-1", "-3", "100", "-100"]
POOLS["parts"] = ['("a", "b")', "()", '("He", "x")', '("",)', "(1, 2)", '["a"]']
POOLS["bparts"] = ['(b"a", b"b")', "()", '(b"He", b"x")']
POOLS["encoding"] = ['"utf-8"', '"ascii"', '"latin-1"', '"utf-16"', '"utf-32"', '"cp1252"', '"UTF8"', '"no-such"', '"utf-8-sig"', '"cp437"', '"idna"', '"punycode"', '"rot13"', '"unicode_escape"', '"shift_jis"', '"gbk"', '"koi8-r"', '"iso-8859-15"', '"hex"']
POOLS["errors"] = ['"strict"', '"ignore"', '"replace"', '"backslashreplace"', '"xmlcharrefreplace"', '"namereplace"', '"surrogateescape"', '"no-such"']
POOLS["table"] = ['{97: "X"}', '{97: None, 98: 66}', 'str.maketrans("abc", "xyz")', '{}', 'str.maketrans("a", "b", "lo")', '{32: "_"}', '["z"] * 200']
POOLS["btable"] = ["bytes(range(256))", "bytes(range(255, -1, -1))", "None", "bytes.maketrans(b'abc', b'xyz')", 'b"short"']
POOLS["spaced"] = ['"a b  c"', '"  lead"', '"one\\ttwo\\nthree"', '"a,b,,c,"', '"\\r\\nx\\r\\ny"', '"key=value=more"', '"2024-01-02"', '"$1,234.50"', '"path/to/file.txt"', '"A.B.C"', '"Title Case Words"', '"snake_case_name"', '"they\'re bill\'s"', '"x" * 30']
POOLS["spaced"][-1] = '("x" * 30)'
TEXT = "str/spaced/ustr"
BYTES = "bytes/bytearray"
NONE_TAKEN = "upper lower title capitalize swapcase isalpha isdigit isalnum isspace isupper islower istitle isascii splitlines strip lstrip rstrip".split()


def text(receivers, name, *signatures, **options):
    """Texts under `str`, whatever pool they come from; those beyond ASCII under `ustr`."""
    for receiver in receivers.split("/"):
        owner = {"spaced": "str", "numeral": "str", "known": "str"}.get(receiver)
        area.method(receiver, name, *signatures, owner=owner, **options)


for name in NONE_TAKEN:
    text(TEXT, name, "")
    area.method(BYTES, name, "")
for name in "casefold isdecimal isnumeric isidentifier isprintable __len__ __str__ __repr__ __hash__".split():
    text(TEXT, name, "")
for name in ("strip", "lstrip", "rstrip"):
    text(TEXT, name, "chars/none/ustr", limit=40)
    area.method(BYTES, name, "bpart/none")
for name in ("split", "rsplit"):
    text(TEXT, name, "", "part/none/upart", "part/none,limit", "sep=part/none", "maxsplit=limit", "maxsplit=limit,sep=part/none", limit=50)
    area.method(BYTES, name, "", "bpart/none", "bpart/none,limit", "sep=bpart", "maxsplit=limit")
text(TEXT, "splitlines", "bool", "keepends=bool", limit=40)
area.method(BYTES, "splitlines", "bool", "keepends=bool")
for name in ("partition", "rpartition"):
    text(TEXT, name, "part/upart", limit=40)
    area.method(BYTES, name, "bpart")
for name in ("find", "rfind", "index", "rindex", "count"):
    text(TEXT, name, "part/upart", "part,place/none", "part,place/none,place/none", limit=40)
    area.method(BYTES, name, "bpart/code", "bpart,place", "bpart,place,place")
POOLS["code"] = ["97", "44", "32", "0", "255", "256", "-1"]
for name in ("startswith", "endswith"):
    text(TEXT, name, "part/parts/upart", "part/parts,place", "part,place/none,place", limit=40)
    area.method(BYTES, name, "bpart/bparts", "bpart,place", "bpart,place,place")
text(TEXT, "replace", "part/upart,part/ustr", "part,part,limit", limit=60)
area.method(BYTES, "replace", "bpart,bpart", "bpart,bpart,limit", limit=30)
for name in ("removeprefix", "removesuffix"):
    text(TEXT, name, "part/upart", limit=40)
    area.method(BYTES, name, "bpart")
for name in ("center", "ljust", "rjust"):
    text(TEXT, name, "width", "width,fillchar", limit=40)
    area.method(BYTES, name, "width", "width,bpart")
text(TEXT, "zfill", "width", limit=60)
area.method(BYTES, "zfill", "width")
text("numeral", "zfill", "width", limit=60)
POOLS["numeral"] = ['"42"', '"-7"', '"+5"', '"0"', '"-"', '"3.14"', '"+-1"']
text("numeral", "isdigit", "")
text("numeral", "isnumeric", "")
text("numeral", "isdecimal", "")
text(TEXT, "expandtabs", "", "width", "tabsize=width", limit=30)
area.method("bytes", "expandtabs", "", "limit", limit=12)
POOLS["joined"] = ['["a", "b", "c"]', "[]", '["x"]', '("p", "q")', '"abc"', '{"k": 1, "l": 2}', '(s for s in ["m", "n"])', "[1, 2]", '["a", 1]', 'map(str, [1, 2])', '["\\u00e9", "z"]', '{"only"}', 'iter(["i"])', "{}.keys()", '[str(n) for n in range(5)]', "range(3)", "5", "None"]
text("part/upart", "join", "joined", limit=200)
area.method("part", "join", "iterable", owner="str", limit=4, wrong=False)
POOLS["bjoined"] = ['[b"a", b"b"]', "[]", '(b"x",)', 'b"abc"', '["a"]', '[bytearray(b"q")]', "[1]"]
area.method(BYTES, "join", "bjoined", limit=30)
text(TEXT, "encode", "", "encoding", "encoding,errors", "encoding=encoding", "errors=errors", "encoding=encoding,errors=errors", limit=120)
area.method(BYTES, "decode", "", "encoding", "encoding,errors", "encoding=encoding", "errors=errors", "encoding=encoding,errors=errors", limit=100)


def spelled(receivers, name, encodings, owner):
    """Encodings that are written out: rows of their own, with the literal as the kind. Most programs name one of these."""

    def forms():
        for receiver in receivers.split("/"):
            for encoding in encodings:
                for errors in ("", ", 'strict'", ", 'ignore'", ", 'replace'"):
                    yield f"{{0}}.{name}('{encoding}'{errors})", receiver, f"'{encoding}'{errors.replace(' ', '')}", 20

    area.shaped(f"{owner}.{name}", forms)


COMMON = ("utf-8", "utf8", "UTF-8", "ascii", "latin-1", "latin1", "utf-16", "utf-16-le", "utf-32", "cp1252", "unicode_escape")
spelled("str/spaced", "encode", COMMON, "str")
spelled("ustr", "encode", COMMON, "ustr")
spelled("bytes", "decode", COMMON, "bytes")
spelled("bytearray", "decode", COMMON, "bytearray")
text(TEXT, "translate", "table", limit=60)
area.method(BYTES, "translate", "btable", "btable,bpart", "btable,delete=bpart")
POOLS["strtype"] = ["str"]
area.function("str.maketrans", "str,str", "str,str,str", "dict[int|str]/dict[str]/dict[]/dict[int]", source="str.maketrans")
area.function("str.maketrans", "letters,letters", "letters,letters,chars", source="str.maketrans", limit=40)
POOLS["letters"] = ['"abc"', '"xyz"', '"aei"', '"123"', '"ab"', '""', '"aab"']
area.function("bytes.maketrans", "bpart,bpart", source="bytes.maketrans")
area.function("bytes.fromhex", "hexes/str/ustr", source="bytes.fromhex")
area.function("bytearray.fromhex", "hexes/str", source="bytearray.fromhex")
POOLS["hexes"] = ['"00ff"', '"de ad BE ef"', '""', '"abc"', '"zz"', '" 01 "']
area.method(BYTES, "hex", "", "separator", "separator,limit")
POOLS["separator"] = ['":"', '"-"', 'b"_"', '""', '"::"']
text(TEXT, "__contains__", "part/upart/int/none", limit=30)
text(TEXT, "__getitem__", "place", limit=30)
text(TEXT, "__eq__", "str/int", limit=12)
text(TEXT, "__add__", "str/int/none", limit=12)
text(TEXT, "__mul__", "limit/str", limit=12)
text(TEXT, "__iter__", "", limit=12)
text(TEXT, "__lt__", "str", limit=12)
text(TEXT, "__mod__", "int/str", limit=12)
text(TEXT, "__format__", "spec", limit=12)
POOLS["spec"] = ['""', '"10"', '">5"', '"d"', '".2"']

# What only a bytearray has.
area.method("bytearray", "append", "code")
area.method("bytearray", "extend", "bytes/list[int]/str/range/iterator[int]/bytearray/list[]")
area.method("bytearray", "insert", "place,code")
area.method("bytearray", "pop", "", "place")
area.method("bytearray", "remove", "code")
area.method("bytearray", "reverse", "")
area.method("bytearray", "clear", "")
area.method("bytearray", "copy", "")
area.method("bytes/bytearray", "__len__", "")
area.method("bytes/bytearray", "__contains__", "bpart/code")
area.method("bytes/bytearray", "__getitem__", "place")
area.method("bytes", "__hash__", "")
area.run()
