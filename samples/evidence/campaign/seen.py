"""How a value is seen: its kind, and a text that is the same where the value is.

The text leaves nothing to how an interpreter prints: floats are in hexadecimal besides, texts are escaped here, the items of a
set are sorted, an iterator is its items. What an object is made of an address for is left out of it; where a text that the
program could print holds an address, it stays.
"""

import sys
import types

# Items of an iterator that are looked at, and how deep.
ITEMS = 60
DEPTH = 6
# A longer text is seen by its beginning and its digest.
LONG = 2000

TRACKED = (list, tuple, set, frozenset, dict)
FUNCTIONS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    type(str.join),
    type((1).__add__),
    type(int.__add__),
    type(dict.fromkeys),
)
VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
UNCHANGING = (type(None), bool, int, float, complex, str, bytes, tuple, frozenset, range, slice, type) + FUNCTIONS + VIEWS


def kind_of(value):
    """Returns the kind alone. An iterator is used up."""
    return look(value)[0]


def plain(kind):
    """Returns a kind without what is in it."""
    return kind.partition("[")[0]


def look(value, depth=0):
    """Returns the kind of a value, and its text."""
    kind = type(value)
    if value is None:
        return "none", "None"
    if kind is bool:
        return "bool", repr(value)
    if kind is int:
        return "int" if -(2**63) < value < 2**63 else "bigint", repr(value)
    if kind is float:
        return "xfloat" if is_extreme(value) else "float", bits(value)
    if kind is complex:
        return "complex", f"{value!r} {bits(value.real)} {bits(value.imag)}"
    if kind is str:
        return "str" if is_plain(value) else "ustr", quoted(value)
    if kind is bytes or kind is bytearray:
        return kind.__name__, kind.__name__ + " " + value.hex()
    if depth > DEPTH:
        return name_of(kind), "deep"
    if isinstance(value, TRACKED) or name_of(kind) == "collections.deque":
        return container(value, kind, depth)
    if kind in VIEWS:
        return listed(kind.__name__, value, depth)
    if isinstance(value, BaseException):
        parts = [look(each, depth + 1)[1] for each in value.args]
        return name_of(kind), f"{name_of(kind)}({', '.join(parts)}) {quoted(str(value))} {quoted(repr(value))}"
    if isinstance(value, type):
        return "type", name_of(value)
    if isinstance(value, FUNCTIONS):
        return "function", "function " + getattr(value, "__name__", "")
    if hasattr(kind, "__next__") and not is_stream(value) and not is_own(kind):
        return iterator(value, depth)
    return opaque(value, kind)


def is_plain(text):
    """Returns whether a text is of printable ASCII, tabs and newlines."""
    return all(" " <= character <= "~" or character in "\t\n\r" for character in text)


def container(value, kind, depth):
    name = name_of(kind)
    if isinstance(value, tuple) and hasattr(value, "_fields") and is_own(kind):
        name = "namedtuple"
    if isinstance(value, dict):
        texts, kinds = [], set()
        for key, item in value.items():
            pair = look(key, depth + 1), look(item, depth + 1)
            kinds |= {within(each[0]) for each in pair}
            texts.append(f"{pair[0][1]}: {pair[1][1]}")
        made = f" of {look(value.default_factory)[1]}" if hasattr(value, "default_factory") else ""
        return bracketed(name, kinds), f"{name}{made} {{{', '.join(texts)}}}"
    found, text = listed(name, value, depth, ordered=not isinstance(value, (set, frozenset)))
    if hasattr(value, "maxlen"):
        text += f" maxlen {value.maxlen}"
    return found, text if name != "namedtuple" else text + " " + quoted(repr(value))


def listed(name, items, depth, ordered=True):
    looks = [look(item, depth + 1) for item in items]
    texts = [text for _, text in looks]
    if not ordered:
        texts.sort()
    return bracketed(name, {within(kind) for kind, _ in looks}), f"{name} [{', '.join(texts)}]"


def iterator(value, depth):
    looks, end = [], ""
    try:
        for item in value:
            looks.append(look(item, depth + 1))
            if len(looks) == ITEMS:
                end = " and so on"
                break
    except Exception as error:
        end = " then " + exception_kind(error)
    texts = ", ".join(text for _, text in looks)
    # CPython has a type of its own for the iterator over ASCII.
    name = name_of(type(value)).replace("str_ascii_iterator", "str_iterator")
    return bracketed("iterator", {within(kind) for kind, _ in looks}), f"{name} [{texts}]{end}"


def opaque(value, kind):
    name = "instance" if is_own(kind) else name_of(kind)
    if is_stream(value) and hasattr(value, "getvalue"):
        return name, f"{name} {value.tell()} {look(value.getvalue())[1]}"
    return name, f"{name} {quoted(without_addresses(repr(value)))}"


def bracketed(name, kinds):
    return f"{name}[{'|'.join(sorted(kinds))}]"


def within(kind):
    """Returns how a kind is called inside of another."""
    return "nested" if "[" in kind or kind == "range" else kind


def is_extreme(value):
    if value != value or value in (float("inf"), -float("inf")):
        return True
    if value == 0.0:
        return value.hex()[0] == "-"
    return not 1e-300 <= abs(value) < 1e15


def bits(value):
    # The hexadecimal of the very smallest is not the same everywhere; the decimal tells them apart as well.
    return repr(value) if 0 < abs(value) < 1e-300 else f"{value!r} {value.hex()}"


def is_stream(value):
    return hasattr(value, "readline")


def is_own(kind):
    """Says whether a class was written by an area or a case."""
    return kind.__module__ in ("__main__", "campaign.pools")


def name_of(kind):
    module, name = kind.__module__, kind.__qualname__
    if module in ("builtins", "__main__", "campaign.pools"):
        return name
    return f"{module.lstrip('_')}.{name}"


def exception_kind(error):
    return name_of(type(error))


def still_mutable(value):
    """Says whether a call may have changed the value."""
    return not isinstance(value, UNCHANGING)


def quoted(text):
    if " at 0x" in text:
        # It would not be the same a second time either, and is never taken for the same.
        return quoted(without_addresses(text)) + " of " + sys.implementation.name
    if len(text) > LONG:
        import hashlib

        digest = hashlib.md5(text.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{quoted(text[:100])} and so on, {len(text)} {digest}"
    if text.isascii() and text.isprintable() and "\\" not in text and '"' not in text:
        return f'"{text}"'
    letters = (letter if " " <= letter <= "~" and letter not in '\\"' else "\\%x;" % ord(letter) for letter in text)
    return '"' + "".join(letters) + '"'


def without_addresses(text):
    """Returns the text with each 0x and its digits made the same."""
    before, found, after = text.partition(" at 0x")
    if not found:
        return text
    return f"{before} at an address{without_addresses(after.lstrip('0123456789abcdefABCDEF'))}"


def short(value, text):
    """Returns the value as a person would see it, in one line."""
    if hasattr(type(value), "__next__") and not is_stream(value):
        return text
    try:
        return without_addresses(repr(value))
    except Exception:
        return text
