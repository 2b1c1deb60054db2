"""re, string, textwrap, json, csv, io, struct, codecs and digests, difflib, shlex, fnmatch, html, urllib.parse, pprint, ast, and the like."""

from campaign import Area
from campaign.pools import POOLS

area = Area(limit=16)
area.use("re", "string", "textwrap", "json", "csv", "io", "struct", "base64", "binascii", "hashlib", "hmac", "zlib", "difflib", "shlex", "fnmatch", "html", "urllib.parse", "pprint", "ast", "uuid", "keyword", "unicodedata", "reprlib", "quopri", "secrets", "glob", "posixpath", "os.path", "os", "pathlib", "sys", "gzip", "bz2", "lzma", "pickle", "tokenize", "html.parser", "string.templatelib")

POOLS["pattern"] = [
    r'r"\d+"', r'r"[a-z]+"', 'r"a"', r'r"(\w+) (\w+)"', r'r"(?P<key>\w+)=(?P<value>\w*)"', 'r""', 'r"^The"', 'r"fox$"', r'r"\s+"', 'r"a|b"', 'r"(a)(b)?"',
    r'r"\bX\b"', 'r"[^,]+"', 'r"l{2}"', 'r".*?o"', 'r"(?i)HELLO"', r'r"(\d{4})-(\d{2})-(\d{2})"', 'r"(?=b)"', 'r"(?<!a)b"', r'r"\W"', 'r"a*"', r'r"[\w.]+@[\w.]+"',
]
POOLS["subject"] = [
    '"abc 123 def 45"', '"The quick brown fox"', '""', '"key=value x=1"', '"aabab"', '"2024-01-15 and 2023-12-31"', '"a,b,,c"', '"Hello, World!"', '"line1\\nline2\\nThe end"', '"mail me@site.org now"', '"X aXb X"',
]
POOLS["usubject"] = ['"caf\\u00e9 d\\u00e9j\\u00e0"', '"\\u65e5\\u672c 12"', '"\\u00c9COLE \\u00df"']
POOLS["flags"] = ["re.I", "re.M", "re.S", "re.X", "re.I | re.M", "re.A"]
POOLS["replacement"] = ['"-"', '""', r'r"<\g<0>>"', '"x"', "lambda m: m.group().upper()", "lambda m: str(len(m.group()))", '"a\\nb"']
POOLS["grouped"] = [r'r"(\w+) (\w+)"', r'r"(?P<key>\w+)=(?P<value>\w*)"', r'r"(\d{4})-(\d{2})"', r'r"(a)(b)?"']
POOLS["reference"] = [r'r"\1"', r'r"\2 \1"', r'r"\g<1>-\g<2>"', "lambda m: m.group(1)", "lambda m: str(m.groups())"]
for name in ("search", "match", "fullmatch", "findall", "split", "finditer"):
    area.function(f"re.{name}", "pattern,subject/usubject", "pattern,subject,flags", "pattern,subject,flags=flags", limit=100)
area.function("re.split", "pattern,subject,maxsplit=few", limit=60)
POOLS["few"] = ["1", "0", "2"]
for name in ("sub", "subn"):
    area.function(f"re.{name}", "pattern,replacement,subject", "pattern,replacement,subject,count=few", "pattern,replacement,usubject", "pattern,replacement,subject,flags=flags", limit=160)
    area.function(f"re.{name}", "grouped,reference,subject", limit=160, wrong=False)
    area.one(f"re.{name}", f"re.{name}('a', r'\\1', 'a')", "no group")
    area.one(f"re.{name}", f"re.{name}('a', r'\\q', 'a')", "no escape")
area.function("re.compile", "pattern/int/none/bytes", "pattern,flags", limit=40)
area.function("re.escape", "str/ustr/bytes/subject", limit=24)
area.function("re.purge")
POOLS["re.Pattern"] = [f"re.compile({pattern})" for pattern in POOLS["pattern"]]
# What is no pattern raises an exception that was given another name in a later version.
for pattern in ("[", "(", "a**", "(?P<x", "\\\\1"):
    for call in ("compile(P)", "search(P, 'a')", "sub(P, '', 'a')", "findall(P, '')", "split(P, 'a')", "match(P, '')"):
        area.one(f"re.{call.partition('(')[0]}", "re." + call.replace("P", f"'{pattern}'", 1), "no pattern")
for name in ("search", "match", "fullmatch", "findall", "split", "finditer"):
    area.method("re.Pattern", name, "subject/usubject", limit=100)
area.method("re.Pattern", "search", "subject,few", "subject,few,few", limit=40)
area.method("re.Pattern", "match", "subject,few", limit=40)
for name in ("sub", "subn"):
    area.method("re.Pattern", name, "replacement,subject", "replacement,subject,count=few", limit=120)
    area.method("regrouped", name, "reference,subject", "reference,subject,count=few", limit=120, owner="re.Pattern", wrong=False)
POOLS["regrouped"] = [f"re.compile({pattern})" for pattern in POOLS["grouped"]]
area.attribute("re.Pattern", "pattern", "flags", "groups", "groupindex")
area.method("re.Pattern", "__repr__", "", limit=24)
area.method("re.Pattern", "__eq__", "re.Pattern/none")
POOLS["re.Match"] = [r're.search(r"(\d+)", "abc 123")', r're.match(r"(?P<k>\w+)=(?P<v>\w*)", "key=")', 're.match("a", "abc")', r're.search(r"(a)|(b)", "xb")', r're.match(r"(\d{4})-(\d\d)", "2024-05")', r're.search("$", "ab")']
area.method("re.Match", "group", "", "group", "group,group", limit=50)
POOLS["group"] = ["0", "1", "2", '"k"', "5", '"zz"', "-1"]
for name in ("start", "end", "span"):
    area.method("re.Match", name, "", "group", limit=36)
area.method("re.Match", "groups", "", "none/str", "default=int", limit=18)
area.method("re.Match", "groupdict", "", "none/str", limit=18)
area.method("re.Match", "expand", "replacement", limit=30)
area.method("re.Match", "__repr__", "")
area.method("re.Match", "__getitem__", "group", limit=30)
area.attribute("re.Match", "string", "pos", "endpos", "lastindex", "lastgroup", "re", "regs")
for label, template in (("op:bool", "1 if {0} else 0"), ("op:not", "not {0}")):
    area.operator(label, template, ["re.Match"])
area.operator("op:[]", "{0}[{1}]", ["re.Match,group"], limit=30)
area.function("builtins.print", "re.Match/re.Pattern", wrong=False)
area.function("builtins.repr", "re.Match/re.Pattern", wrong=False)
for name in ("I", "IGNORECASE", "M", "S", "X", "A", "DOTALL", "MULTILINE", "VERBOSE", "ASCII", "U"):
    area.constant(f"re.{name}")
area.program("re.error", "", "import re\ntry: re.compile('(')\nexcept re.error as e: print(type(e).__name__, e.msg, e.pos, e.pattern)")

for name in "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation whitespace printable".split():
    area.constant(f"string.{name}")
area.function("string.capwords", "str/ustr", "str,str", limit=20)
POOLS["string.Template"] = ['string.Template("$who likes ${what}")', 'string.Template("plain")', 'string.Template("$$5 $x")', 'string.Template("bad $")']
area.method("string.Template", "substitute", "", "mapping", "who=str,what=int", "mapping,x=int", limit=24)
area.method("string.Template", "safe_substitute", "", "mapping", "who=str", limit=24)
area.method("string.Template", "get_identifiers", "")
area.method("string.Template", "is_valid", "")
area.attribute("string.Template", "template")
POOLS["mapping"] = ['{"who": "tim", "what": "kung"}', '{"x": 1}', "{}"]
for expression in ["string.Formatter().format('{} {a}', 1, a=2)", "list(string.Formatter().parse('a{b!r:>{w}}c'))", "string.Formatter().vformat('{0}', (1,), {})"]:
    area.one("string.Formatter", expression)

POOLS["prose"] = ['"The quick brown fox jumps over the lazy dog. It was not amused, and said so at some length."', '""', '"short"', '"  indented\\n    more\\n  less\\n"', '"para one line\\n\\npara two"', '"averyveryverylongwordthatdoesnotfit ok"', '"tabs\\tand  double  spaces -- dashes-and-hyphens"', '"a\\n\\n\\nb\\n"']
POOLS["columns"] = ["20", "10", "40", "5", "70", "0"]
for name in ("wrap", "fill"):
    area.function(f"textwrap.{name}", "prose", "prose,columns", "prose,width=columns", "prose,initial_indent=dash,subsequent_indent=dash,width=columns", "prose,break_long_words=bool,width=columns", "prose,drop_whitespace=bool,width=columns", "prose,break_on_hyphens=bool,width=columns", "prose,expand_tabs=bool,replace_whitespace=bool,width=columns", "prose,fix_sentence_endings=bool,width=columns", "prose,max_lines=few,placeholder=dash,width=columns", limit=36)
area.function("textwrap.shorten", "prose,columns", "prose,columns,placeholder=dash", "prose,width=columns", limit=36)
POOLS["dash"] = ['"- "', '"  "', '""', '"..."']
area.function("textwrap.dedent", "prose/str/ustr", limit=24)
area.function("textwrap.indent", "prose,dash", "prose,dash,function", limit=36)

POOLS["jsonable"] = ['{"a": 1, "b": [1.5, None, True]}', "[]", "{}", '"text \\" \\\\ \\n"', "1/3", "None", "[1, [2, [3]]]", '{"z": 1, "a": {"y": 2, "b": []}}', "(1, 2)", '{1: "x", None: 2, True: 3, 1.5: 4}', '[0.1, 1e16, 1e-7, 100.0, -0.0]', '"caf\\u00e9 \\U0001f600"', "{1, 2}", "float('nan')", "[float('inf')]", "10**20", "Bare(x=1)", '{"k": b"x"}', '{(1, 2): 3}', '[True, False, None]', '"\\x00\\x1f\\x7f/<>"']
POOLS["indent"] = ["2", "None", "4", "0", '"\\t"', "1"]
POOLS["separators"] = ['(",", ":")', '(", ", ": ")', '(";", "=")']
POOLS["default"] = ["str", "lambda o: list(o)", "repr", "lambda o: None"]
area.function("json.dumps", "jsonable/any", "jsonable,indent=indent", "jsonable,sort_keys=bool", "jsonable,indent=indent,sort_keys=bool", "jsonable,separators=separators", "jsonable,ensure_ascii=bool", "jsonable,default=default", "jsonable,skipkeys=bool", "jsonable,allow_nan=bool", "jsonable,indent=indent,ensure_ascii=bool", "jsonable,default=default,indent=indent", limit=60)
POOLS["document"] = ['\'{"a": 1, "b": [1.5, null, true]}\'', "'[]'", "''", "'{'", "'[1, 2,]'", "'nul'", "'\"x\"'", "' 1 '", "'1e5'", "'-0'", "'NaN'", "'[1 2]'", "'{\"a\" 1}'", "'\"\\\\u00e9\\\\ud83d\\\\ude00\"'", "'{\"a\": 1, \"a\": 2}'", "'12345678901234567890'", "'0.1'", "'\"a\\nb\"'", "'[1]x'", "b'[1]'", "'{\"n\": {\"m\": [{}]}}'", "'1.0'", "'tru'", "'\"unterminated'", "'[1.5e3, 2E-2]'", "'{\\'a\\': 1}'"]
area.one("json.loads", "json.loads('01')", "leading zero")
area.function("json.loads", "document/int/none/list[int]/bytes", "document,parse_float=type", "document,parse_int=type", "document,object_hook=hook", "document,object_pairs_hook=hook", limit=60)
POOLS["hook"] = ["lambda d: d", "lambda d: len(d)", "list"]
area.program("json.JSONDecodeError", "", "import json\nfor t in ('{', '[1,', 'x', '{\"a\":}'):\n    try: json.loads(t)\n    except json.JSONDecodeError as e: print(type(e).__name__, e.lineno, e.colno, e.pos)")
area.program("json.JSONDecodeError.msg", "", "import json\nfor t in ('{', '[1,', 'x', '{\"a\":}', '\"a'):\n    try: json.loads(t)\n    except json.JSONDecodeError as e: print(e.msg, e)")
area.program("json.dump", "dict[int|str],io.StringIO", "import json, io\nf = io.StringIO()\njson.dump({'a': [1, 2]}, f, indent=1)\nprint(f.getvalue())")
area.program("json.load", "io.StringIO", "import json, io\nprint(json.load(io.StringIO('[1, {\"a\": null}]')))")
area.program("json.JSONEncoder", "", "import json\nclass E(json.JSONEncoder):\n    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)\nprint(json.dumps({'s': {3, 1, 2}}, cls=E))\ntry: json.dumps(object, cls=E)\nexcept TypeError as e: print(type(e).__name__)")

POOLS["csvtext"] = ['"a,b\\n1,2\\n"', '"x;y"', "'\"q,1\",2\\n'", '""', '"a,,c\\n\\nd"', "'\"he said \"\"hi\"\"\",x'", '"1\\t2"']
area.function("csv.reader", "lines", "lines,delimiter=delimiter", "lines,quotechar=quote", limit=24)
POOLS["lines"] = ["io.StringIO(%s)" % text for text in POOLS["csvtext"]] + ['["a,b", "c,d"]', '"ab"']
POOLS["delimiter"] = ['";"', '"\\t"', '","', '"ab"']
POOLS["quote"] = ['"\'"', '\'"\'']
area.function("csv.DictReader", "lines", source="(lambda *a, **k: list(csv.DictReader(*a, **k)))", limit=12)
for options in ("", ", delimiter=';'", ", quoting=csv.QUOTE_ALL", ", quoting=csv.QUOTE_NONNUMERIC", ", lineterminator='\\n'", ", quotechar=\"'\"", ", dialect='excel-tab'", ", quoting=csv.QUOTE_NONE, escapechar='\\\\'"):
    signature = "io.StringIO" + options.replace(" ", "").replace("delimiter=';'", "delimiter=str").replace("lineterminator='\\n'", "lineterminator=str").replace("quotechar=\"'\"", "quotechar=str").replace("dialect='excel-tab'", "dialect=str")
    area.program("csv.writer", signature.replace("csv.QUOTE_ALL", "int").replace("csv.QUOTE_NONNUMERIC", "int").replace("csv.QUOTE_NONE", "int").replace("escapechar='\\\\'", "escapechar=str"), f"import csv, io\nf = io.StringIO()\nw = csv.writer(f{options})\nfor row in (['a', 1, 2.5, None], ['q,x', 'he said \"hi\"', '', True], ['new\\nline', ' s ']):\n    try: print(w.writerow(row))\n    except csv.Error as e: print('Error')\nw.writerows([[1, 2], [3]])\nprint(repr(f.getvalue()))")
area.program("csv.writer.writerow", "list[]", "import csv, io\nf = io.StringIO()\nprint(csv.writer(f).writerow([]))\nprint(repr(f.getvalue()))")
area.program("csv.DictWriter", "io.StringIO,list[str]", "import csv, io\nf = io.StringIO()\nw = csv.DictWriter(f, ['a', 'b'])\nw.writeheader()\nw.writerow({'a': 1, 'b': 'x'})\nw.writerow({'a': 2})\ntry: w.writerow({'c': 1})\nexcept ValueError as e: print(type(e).__name__)\nprint(repr(f.getvalue()))")

POOLS["io.StringIO"] = ['io.StringIO("line1\\nline2\\nrest")', "io.StringIO()", 'io.StringIO("abc")', 'io.StringIO("a\\r\\nb")']
POOLS["io.BytesIO"] = ['io.BytesIO(b"line1\\nline2")', "io.BytesIO()", 'io.BytesIO(b"\\x00\\x01")']
area.function("io.StringIO", "", "str/none/ustr/int", "str,newline=newline", limit=8)
POOLS["newline"] = ['""', "None", '"\\n"']
area.function("io.BytesIO", "", "bytes/none/bytearray/str", limit=6)
POOLS["size"] = ["2", "0", "-1", "100", "None"]
for kind in ("io.StringIO", "io.BytesIO"):
    for name in ("read", "readline", "readlines"):
        area.method(kind, name, "", "size", limit=20)
    for name in ("getvalue", "tell", "close", "flush", "seekable", "readable", "writable", "isatty", "__iter__", "__next__", "__enter__"):
        area.method(kind, name, "")
    area.method(kind, "write", "str/ustr/bytes/int/none", limit=6)
    area.method(kind, "writelines", "list[str]/list[int]/joinedbytes", limit=6)
    area.method(kind, "seek", "size", "size,few", limit=20)
    area.method(kind, "truncate", "", "size", limit=20)
    area.attribute(kind, "closed")
POOLS["joinedbytes"] = ['[b"a", b"b"]']
for label in ("op:iter",):
    area.operator(label, "[item for item in {0}]", ["io.StringIO/io.BytesIO"])
area.function("builtins.print", "str/int/list[int],file=io.StringIO", "str,int,end=dash,file=io.StringIO,sep=dash", limit=10, wrong=False)

POOLS["layout"] = ['"<i"', '">H"', '"<hhl"', '"b"', '"<d"', '"4s"', '"<f"', '"?"', '"<q"', '"!I"', '"x"', '"<2i"', '"zz"', '">Q"', '"c"', '"<e"', '"5p"']
area.function("struct.pack", "layout,int/float/bytes/str/bool", "layout,int,int", limit=40)
area.function("struct.unpack", "layout,packed", limit=80)
area.function("struct.unpack_from", "layout,packed", "layout,packed,few", limit=40)
area.function("struct.iter_unpack", "layout,packed", limit=24)
area.function("struct.calcsize", "layout/str/bytes", limit=20)
POOLS["packed"] = ['b"\\x01\\x00\\x00\\x00"', 'b"\\x00\\x00\\x80?"', 'b"abcd"', 'b"\\x01"', 'b"\\x00\\x00\\x00\\x00\\x00\\x00\\xf0?"', 'b""', 'b"\\x01\\x02"']
DATA = "bytes/bytearray/str/int/none"
for name in "b64encode b32encode b16encode b85encode a85encode urlsafe_b64encode standard_b64encode encodebytes b32hexencode".split():
    area.function(f"base64.{name}", DATA, limit=10)
POOLS["coded"] = ['b"SGVsbG8="', '"SGVsbG8="', 'b"JBSWY3DP"', 'b"48656C6C6F"', 'b"NM&qnZv"', 'b"87cURD]"', 'b"!!"', 'b""', 'b"SGVsbG8"', 'b"a-_b"', '"\\u00e9"']
for name in "b64decode b32decode b16decode b85decode a85decode urlsafe_b64decode standard_b64decode decodebytes".split():
    area.function(f"base64.{name}", "coded", limit=12)
area.function("base64.b64decode", "coded,validate=bool", limit=12)
for name in ("hexlify", "crc32", "b2a_base64", "b2a_hex", "crc_hqx"):
    area.function(f"binascii.{name}", DATA if name != "crc_hqx" else "bytes,int")
for name in ("unhexlify", "a2b_hex", "a2b_base64"):
    area.function(f"binascii.{name}", "coded/str")
for name in "md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s".split():
    for end in ("hexdigest", "digest"):
        area.function(f"hashlib.{name}", "bytes", "", source=f"(lambda *a: hashlib.{name}(*a).{end}())", limit=6)
    area.one(f"hashlib.{name}.update", f"(lambda h: (h.update(b'a'), h.update(b'b'), h.hexdigest(), h.name, h.digest_size, h.block_size))(hashlib.{name}())", "bytes")
    area.one(f"hashlib.{name}.copy", f"(lambda h: h.copy().hexdigest())(hashlib.{name}(b'x'))")
area.function("hashlib.new", "algorithm,bytes", source="(lambda *a: hashlib.new(*a).hexdigest())", limit=12)
POOLS["algorithm"] = ['"sha256"', '"md5"', '"nope"', '"SHA1"', '"ripemd160"', '"sha512_256"']
area.one("hashlib.shake_128", "hashlib.shake_128(b'a').hexdigest(8)")
area.one("hashlib.pbkdf2_hmac", "hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()")
area.one("hashlib.scrypt", "hashlib.scrypt(b'p', salt=b's', n=2, r=1, p=1).hex()")
area.function("hmac.new", "bytes,bytes,algorithm", source="(lambda *a: hmac.new(*a).hexdigest())", limit=12)
area.function("hmac.digest", "bytes,bytes,algorithm", limit=12)
area.function("hmac.compare_digest", "bytes/str,bytes/str", limit=8)
area.function("secrets.compare_digest", "bytes/str,bytes/str", limit=8)
for name in ("crc32", "adler32"):
    area.function(f"zlib.{name}", "bytes/bytearray/str", "bytes,int")
area.function("zlib.compress", "bytes/prosebytes", "bytes/prosebytes,few", limit=8)
POOLS["prosebytes"] = ['(b"the quick brown fox " * 20)', '(b"a" * 100)']
area.function("zlib.decompress", "bytes", "squeezed", limit=8)
POOLS["squeezed"] = ['zlib.compress(b"hello hello")', 'b"x\\x9cK\\x04\\x00\\x00b\\x00b"']
for expression in ["gzip.decompress(gzip.compress(b'abc', mtime=0))", "bz2.decompress(bz2.compress(b'abc'))", "lzma.decompress(lzma.compress(b'abc'))", "pickle.loads(pickle.dumps([1, {'a': (2, 3)}]))"]:
    area.one(expression.partition("(")[0], expression, "bytes")
area.function("pickle.dumps", "int/str/list[int]/dict[int|str]/none", limit=4)

# Words and lines.
POOLS["text_a"] = ['"abcd"', '"kitten"', '""', '"the quick fox"', '["a", "b", "c"]']
POOLS["text_b"] = ['"bcde"', '"sitting"', '""', '"the slow fox"', '["a", "x", "c", "d"]']
for name in ("ratio", "quick_ratio", "real_quick_ratio", "get_opcodes", "get_matching_blocks", "get_grouped_opcodes"):
    area.function(f"difflib.SequenceMatcher.{name}", "none,text_a,text_b", source=f"(lambda *a: (lambda r: list(r) if hasattr(r, '__iter__') else r)(difflib.SequenceMatcher(*a).{name}()))", limit=25, wrong=False)
POOLS["line_a"] = ['["one\\n", "two\\n", "three\\n"]', "[]", '["a", "b"]']
POOLS["line_b"] = ['["one\\n", "2\\n", "three\\n", "four\\n"]', "[]", '["a", "c"]']
for name in ("ndiff", "unified_diff", "context_diff"):
    area.function(f"difflib.{name}", "line_a,line_b", limit=9)
area.function("difflib.unified_diff", "line_a,line_b,str,str", "line_a,line_b,fromfile=str,tofile=str", "line_a,line_b,lineterm=dash", "line_a,line_b,n=few", limit=9)
area.function("difflib.get_close_matches", "word,words", "word,words,few", "word,words,cutoff=cut,n=few", limit=16)
POOLS.update({"word": ['"appel"', '"x"', '""'], "words": ['["ape", "apple", "peach", "puppy"]', "[]"], "cut": ["0.6", "0.1", "0.9"]})
POOLS["command"] = ['"ls -l \'my file\'"', '"a \\"b c\\" d"', '""', '"it\'s"', '"a\\\\ b"', '"x # y"', '"k=v;w|z"']
area.function("shlex.split", "command", "command,comments=bool", "command,posix=bool", limit=14)
area.function("shlex.quote", "command/str/ustr", limit=20)
area.function("shlex.join", "list[str]/list[]/list[int]")
POOLS["glob"] = ['"*.py"', '"a?c"', '"[a-c]*"', '"*"', '""', '"[!x]"', '"A*"']
POOLS["filename"] = ['"main.py"', '"abc"', '"ABC"', '""', '"x"', '"dir/f.py"']
for name in ("fnmatch", "fnmatchcase"):
    area.function(f"fnmatch.{name}", "filename,glob", limit=42)
area.function("fnmatch.translate", "glob")
area.function("fnmatch.filter", "list[str]/list[],glob")
POOLS["markup"] = ['"<a href=\\"x\\">T & C</a>"', '"it\'s"', '"&lt;&amp;&#39;&eacute;&#x41;&nope;"', '""', '"&copy 2024"']
area.function("html.escape", "markup/str", "markup,bool", "markup,quote=bool")
area.function("html.unescape", "markup/str")
area.program("html.parser.HTMLParser", "", "from html.parser import HTMLParser\nclass P(HTMLParser):\n    def handle_starttag(self, t, a): print('<', t, a)\n    def handle_endtag(self, t): print('>', t)\n    def handle_data(self, d): print(repr(d))\nP().feed('<p class=\"x\">Hi <b>there</b> &amp; you<br/></p>')")
POOLS["url"] = ['"https://user:pw@example.org:8080/a/b;p?q=1&r=2#frag"', '"/path/only"', '""', '"mailto:me@x.org"', '"http://[::1]/x"', '"//host/x"', '"http://example.org/\\u00e9 x"', '"a?b=c&b=d&e"']
for name in ("urlparse", "urlsplit", "urldefrag"):
    area.function(f"urllib.parse.{name}", "url")
for name in ("scheme", "netloc", "path", "query", "fragment", "hostname", "port", "username", "password", "params"):
    area.function(f".urllib.parse.ParseResult.{name}", "url", source=f"(lambda u: urllib.parse.urlparse(u).{name})", wrong=False)
area.function("urllib.parse.ParseResult.geturl", "url", source="(lambda u: urllib.parse.urlparse(u).geturl())", wrong=False)
area.function("urllib.parse.urljoin", "url,url", limit=48)
for name in ("quote", "quote_plus", "unquote", "unquote_plus"):
    area.function(f"urllib.parse.{name}", "str/ustr/url/escaped", limit=20)
area.function("urllib.parse.quote", "url,safe=dash")
POOLS["escaped"] = ['"a%20b+c"', '"%E3%81%82"', '"%zz%"', '"100%25"']
area.function("urllib.parse.urlencode", "dict[int|str]/dict[str]/pairs/dict[nested|str]", "dict[nested|str],doseq=bool", "dict[str],quote_via=quoter")
POOLS.update({"pairs": ['[("a", 1), ("b", "x y")]', "[]"], "quoter": ["urllib.parse.quote"]})
for name in ("parse_qs", "parse_qsl"):
    area.function(f"urllib.parse.{name}", "query", "query,keep_blank_values=bool")
POOLS["query"] = ['"a=1&b=2&a=3"', '""', '"x=&y"', '"q=a%20b+c"', '"a;b=1"']
area.function("urllib.parse.urlunparse", "parts")
area.function("urllib.parse.urlunsplit", "parts")
POOLS["parts"] = ['("http", "h", "/p", "", "q=1", "f")', '("https", "h", "/p", "q", "f")']

NESTED = "list[int]/list[nested]/dict[int|str]/dict[nested|str]/tuple[str]/set[int]/set[str]/long_data/str/int/none/tuple[int]/list[]/dict[]/list[str]"
POOLS["long_data"] = ["{'name': 'x' * 30, 'items': list(range(40)), 'more': {'k': ['v' * 20] * 4}}", "[{'id': i, 'text': 'word ' * i} for i in range(8)]", "[['a' * 30] * 4, 'b' * 100]", "{('t', i): {i} for i in range(6)}"]
for name in ("pformat", "pprint"):
    area.function(f"pprint.{name}", NESTED, "long_data,width=columns", "long_data,indent=few", "long_data,depth=few", "long_data,compact=bool", "long_data,sort_dicts=bool", "long_data,underscore_numbers=bool", limit=12)
area.function("pprint.pp", NESTED, limit=6)
area.function("pprint.isreadable", NESTED, limit=3)
area.function("reprlib.repr", NESTED + "/long_data", limit=4)
POOLS["literal"] = ['"[1, 2.5, (3, None)]"', '"{\'a\': True}"', '"1 + 2j"', '"-3"', '"__import__(\'os\')"', '"x"', '""', '" 1"', '"{1, 2}"', '"b\'x\'"', '"1 +"', '"\'a\' \'b\'"', '"1+1"']
area.function("ast.literal_eval", "literal", limit=14)
area.function("ast.dump", "tree", "tree,indent=few", limit=12)
POOLS["tree"] = ['ast.parse("x = 1")', 'ast.parse("f(a, b=2)", mode="eval")', 'ast.parse("def f(): pass")', 'ast.parse("")']
area.function("ast.unparse", "tree")
area.one("ast.walk", "[type(n).__name__ for n in ast.walk(ast.parse('x = f(1) + 2'))]")
for name in ("iskeyword", "issoftkeyword"):
    area.function(f"keyword.{name}", "kw")
POOLS["kw"] = ['"def"', '"match"', '"x"', '"None"', '"print"', '"type"', '"async"']
area.constant("keyword.kwlist", "keyword.softkwlist", "sys.maxsize", "sys.byteorder", "sys.maxunicode", "sys.version_info", "sys.version_info[:2]", "sys.version", "sys.platform", "sys.implementation.name", "sys.float_info.max", "sys.float_info.epsilon", "sys.hash_info.width", "sys.int_info", "sys.float_info", "os.sep", "os.linesep", "os.name", "os.pathsep", "os.curdir", "os.extsep")
area.function("sys.getsizeof", "int/str/list[int]/dict[]")
area.function("sys.getrecursionlimit")
area.function("sys.getrefcount", "int", limit=2)
area.function("sys.intern", "str/int")
area.function("sys.exit", "", "int/none/str")
area.function("sys.exc_info")
area.function("sys.getdefaultencoding")
area.function("sys.getfilesystemencoding")
area.constant("sys.flags.optimize", "sys.argv[1:0]", "sys.api_version", "sys.hexversion", "sys.copyright", "sys.dont_write_bytecode", "sys.stdout.encoding", "sys.getswitchinterval()")
area.constant("sys.executable is None", "sys.path is None")
UNI = "letters/uletters"
POOLS.update({"letters": ['"a"', '"A"', '"1"', '" "', '"!"', '"\\n"', '"ab"'], "uletters": ['"\\u00e9"', '"\\u65e5"', '"\\U0001f600"', '"\\u00bd"', '"\\u0660"', '"\\u0301"', '"\\u1e9e"']})
for name in "category name bidirectional combining decomposition east_asian_width mirrored numeric digit decimal".split():
    area.function(f"unicodedata.{name}", UNI)
for name in ("numeric", "name", "digit"):
    area.function(f"unicodedata.{name}", UNI + ",none/int", limit=6)
area.function("unicodedata.lookup", "uname")
POOLS["uname"] = ['"SNOWMAN"', '"LATIN SMALL LETTER A"', '"NOPE"']
area.function("unicodedata.normalize", "form,ustr/str", limit=40)
area.function("unicodedata.is_normalized", "form,ustr/str", limit=40)
POOLS["form"] = ['"NFC"', '"NFD"', '"NFKC"', '"NFKD"', '"X"']
area.constant("unicodedata.unidata_version")

UUID = "uuid.UUID"
POOLS[UUID] = ['uuid.UUID("12345678-1234-5678-1234-567812345678")', "uuid.UUID(int=5)", 'uuid.UUID("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}")']
area.function(UUID, "hexid", "int=few", "bytes=idbytes")
POOLS.update({"hexid": ['"12345678123456781234567812345678"', '"urn:uuid:12345678-1234-5678-1234-567812345678"', '"bad"', '""'], "idbytes": ['(b"0123456789abcdef")', 'b"x"']})
for name in ("uuid3", "uuid5"):
    area.function(f"uuid.{name}", "namespace,str/ustr")
POOLS["namespace"] = ["uuid.NAMESPACE_DNS", "uuid.NAMESPACE_URL"]
area.attribute(UUID, "hex", "int", "urn", "version", "variant", "bytes", "fields", "node", "time", "bytes_le", "clock_seq")
for name in ("__str__", "__repr__", "__hash__", "__int__"):
    area.method(UUID, name, "")
area.operator("op:==", "{0} == {1}", [f"{UUID},{UUID}/str"])
area.operator("op:<", "{0} < {1}", [f"{UUID},{UUID}"])

POOLS["path"] = ['"/usr/lib/python3.12/os.py"', '"a/b/../c"', '""', '"file.tar.gz"', '"/"', '"dir/"', '"./x"', '"~"', '".hidden"', '"//a//b"', '"a b"']
for name in "basename dirname split splitext normpath isabs commonprefix normcase splitdrive splitroot".split():
    area.function(f"os.path.{name}", "path/list[str]")
area.function("os.path.join", "path", "path,path", "path,path,path", limit=30)
area.function("os.path.commonpath", "paths")
area.function("os.path.relpath", "absolute,absolute", limit=12)
POOLS.update({"paths": ['["/a/b", "/a/c"]', '["a", "b"]', "[]"], "absolute": ['"/a/b/c"', '"/a"', '"/x/y"']})
area.function("os.fspath", "path/int/none")
area.function("os.fsencode", "path")
PURE = "pathlib.PurePosixPath"
POOLS[PURE] = [f"{PURE}({text})" for text in POOLS["path"]]
for owner in ("pathlib.PurePath", PURE, "pathlib.Path"):
    area.function(owner, "", "path", "path,path", limit=12)
area.attribute(PURE, "name", "stem", "suffix", "suffixes", "parent", "parents", "parts", "root", "anchor", "drive")
for name in ("as_posix", "is_absolute", "__str__", "__repr__", "__hash__", "__fspath__", "is_reserved", "as_uri"):
    area.method(PURE, name, "")
for name in ("joinpath", "relative_to", "is_relative_to", "with_name", "with_suffix", "with_stem", "match", "__truediv__"):
    area.method(PURE, name, "path/suffix", limit=30)
POOLS["suffix"] = ['".txt"', '"x.y"', '"*.py"', '"txt"', '""']
area.operator("op:/", "{0} / {1}", [f"{PURE},path/int/{PURE}", f"path,{PURE}"], limit=24)
for sign in ("==", "<"):
    area.operator("op:" + sign, f"{{0}} {sign} {{1}}", [f"{PURE},{PURE}/str"], limit=24)
for name in ("str", "repr", "print"):
    area.function(f"builtins.{name}", f"{PURE}/{UUID}", wrong=False)
area.run()
