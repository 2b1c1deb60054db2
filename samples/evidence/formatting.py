"""Formatting: f-strings, `format` and `str.format` with every shape of a specification, and printf-style `%`.

A shape says what a specification is made of, in order: `f` fill and alignment, `a` alignment alone (`f=` and `=` where that is
`=`, which texts do not have), `s` sign, `z`, `#`, `0`, `w` a width, `,` or `_`, `.` a precision,
and the type's letter; `-` where it is empty.
"""

from campaign import Area
from campaign.pools import POOLS

area = Area()

# What each part of a shape may be, in ordinary programs and at the edge.
FILLED = {"": [""], "a": [">", "<", "^"], "f": ["*>", "-<", "0^", " >", "x^"], "=": ["="], "f=": ["0=", "_="]}
SIGNED = {"": [""], "s": ["+", "-", " "]}
WIDE = {"": [""], "w": ["8", "12", "1", "5", "20"]}
EXACT = {"": [""], ".": [".2", ".0", ".1", ".3", ".6", ".10"]}


def specs(shape, parts):
    """Returns up to three specifications of a shape."""
    found = []
    for turn in range(3):
        start = sum(map(ord, shape)) + turn
        spec = "".join(choices[(start + place) % len(choices)] for place, choices in enumerate(parts))
        if spec not in found:
            found.append(spec)
    return found


def of_shape(kind, parts):
    """Yields the forms of a shape, given by its parts: pairs of the shape's letter and what may stand for it."""
    shape = "".join(letter for letter, _ in parts) or "-"
    for spec in specs(shape, [choices for _, choices in parts]):
        yield 'f"{{0}:' + spec + '}"', kind, shape, 4
        yield f'format({{0}}, "{spec}")', kind, shape, 1
        yield '"{:' + spec + '}".format({0})', kind, shape, 1


def shapes(letters, fills=("",), signs=("",), marks=("",), zeros=("",), widths=("",), groups=("",), precisions=("",)):
    """Yields every way to put a shape together."""
    ways = [()]
    for choices in (fills, signs, marks, zeros, widths, groups, precisions, letters):
        ways = [way + (choice,) for way in ways for choice in choices]
    for fill, sign, mark, zero, width, group, precision, letter in ways:
        parts = [
            (fill, FILLED[fill]), (sign, SIGNED[sign]), (mark, [mark]), (zero, [zero]), (width, WIDE[width]),
            (group, [group]), (precision, EXACT[precision]),
        ]  # fmt: skip
        yield [part for part in parts if part[0]], [(letter, [letter])] if letter else []


def up_to(count, ways):
    """Leaves out shapes of more parts than that, the type's letter not counted."""
    for parts, letter in ways:
        if len(parts) <= count:
            yield parts + letter


ZERO, WIDTH, GROUP, EXACTLY, SIGN = ("", "0"), ("", "w"), ("", ",", "_"), ("", "."), ("", "s")


def numbers(kind, letters, rare, groups=GROUP, precisions=EXACTLY, full=5):
    """Returns the shapes for a kind of number: those of ordinary programs in full, rarer ones with fewer parts."""

    def forms():
        seen = set()
        usual = shapes(letters, ("", "a", "f"), SIGN, ("",), ZERO, WIDTH, groups, precisions)
        others = shapes(rare, ("", "a", "=", "f="), SIGN, ("", "#", "z"), ZERO, WIDTH, groups, precisions)
        for ways in (up_to(full, usual), up_to(3, others)):
            for parts in ways:
                shape = "".join(letter for letter, _ in parts)
                if shape not in seen:
                    seen.add(shape)
                    yield from of_shape(kind, parts)
        for letter in "dsxcfrqy!":
            if letter not in seen:
                yield from of_shape(kind, [(letter, [letter])])

    area.shaped(f"format:{kind}", forms)


numbers("float", ["", "f", "e", "g", "%"], ["", "f", "e", "g", "%", "E", "F", "G", "n"])
numbers("int", ["", "d", "x", "b"], ["", "d", "x", "b", "o", "X", "c", "n", "f", "e", "g", "%", "E"])
numbers("bool", ["", "d"], ["x", "f"], groups=("", ","), precisions=("",), full=2)
numbers("bigint", ["", "d"], ["x", "f", "e", "b"], precisions=("",), full=3)
numbers("xfloat", ["", "f", "e", "g"], ["%"], groups=("", ","), full=3)
numbers("complex", ["", "f"], ["e", "g"], groups=("", ","), full=2)


def texts(kind):
    def forms():
        for parts in up_to(3, shapes(["", "s"], ("", "a", "f"), widths=WIDTH, precisions=EXACTLY)):
            yield from of_shape(kind, parts)
        wrong = shapes(["", "d", "x", "f"], ("", "=", "f="), SIGN, ("", "#", "z"), ZERO, groups=GROUP)
        for parts in up_to(1, wrong):
            if [letter for letter, _ in parts] not in ([], ["s"]):
                yield from of_shape(kind, parts)
        yield from of_shape(kind, [("0", ["0"]), ("w", WIDE["w"])])
        for letter in "crqy!":
            yield from of_shape(kind, [(letter, [letter])])

    area.shaped(f"format:{kind}", forms)


texts("str")
texts("ustr")
OTHERS = (
    "none list[int] list[str] list[] list[float] list[nested] tuple[int] tuple[str] tuple[] dict[int|str] dict[] dict[str] set[int] "
    "set[] bytes bytearray range type function instance frozenset[int] dict_keys[int|str] slice iterator[int]"
).split()


def others(kind):
    width, left = ("w", WIDE["w"]), ("a", ["<"])

    def forms():
        for parts in ([], [width], [left, width], [("d", ["d"])], [(".", [".2"]), ("f", ["f"])], [("s", ["s"])]):
            yield from of_shape(kind, parts)

    area.shaped(f"format:{kind}", forms)


for other in OTHERS:
    others(other)

# What is not a template, or is one by the skin of its teeth.
POOLS["template"] = [
    '"{}"', '"{} and {}"', '"{0}{1}{0}"', '"{name}"', '"{0.real}"', '"{0[0]}"', '"{"', '"}"', '"{{}}"', '"{:>{}}"', '"{!r}"',
    '"{!s:>5}"', '"{!x}"', '"{5}"', '"{} {0}"', '"{:d}"', '"{0[key]}"', '""', '"plain"', '"{!a}"',
]  # fmt: skip
area.method("template", "format", "int/str/float/list[int]/none", "int/str,int/float", "", "name=str/int/list[int]", "int,name=str", limit=20, owner="str")
area.method("template", "format_map", "dict[int|str]/dict[str]/dict[]", limit=12, owner="str")

# printf-style.
FLAGS = ["", "-", "0", "+", " ", "#", "-+", "0+", "#0"]
ORDER = "#0- +"


def percent(kind, letters, flags=FLAGS):
    """Tries `%` with one conversion, the value in a tuple or alone."""

    def forms():
        ways = [(letter, flag, width, exact) for letter in letters for flag in flags for width in WIDTH for exact in EXACTLY]
        for letter, flag, width, exact in ways:
            shape = "".join(sorted(flag, key=ORDER.index)) + width + exact + letter
            for turn, wide in enumerate(["8", "3"] if width else [""]):
                spec = f"%{flag}{wide}{['.2', '.0'][turn] if exact else ''}{letter}"
                yield f'"{spec}" % ({{0}},)', kind, shape, 4
                # A tuple would be taken for all the values there are.
                if not kind.startswith(("tuple", "dict")):
                    yield f'"{spec}" % {{0}}', kind, shape, 2

    area.shaped(f"%{kind}", forms)


percent("int", "dixXofegscru")
percent("float", "dfegFEGsrix")
percent("bool", "dsfx", ["", "0", "-"])
percent("bigint", "dsfxe", ["", "0", "-"])
percent("xfloat", "dsfge", ["", "0", "+"])
percent("complex", "sdf", [""])
percent("str", "srcdfa", ["", "-", "0"])
percent("ustr", "srca", ["", "-"])
for other in OTHERS:
    percent(other, "srd", [""])


def odd(kind):
    def forms():
        for spec in ("%", "%%", "%y", "%5", "%(a)s", "%*d", "%.*f", "%l", "%ld", "%s %s", "no %", "%d%%"):
            yield f'"{spec}" % {{0}}', kind, "other", 2

    area.shaped(f"%{kind}", forms)


for other in ("int", "str", "dict[str]", "tuple[int]", "none"):
    odd(other)
area.run()
