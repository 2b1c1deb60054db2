"""Strings on their way: UTF-8, and surrogates encoded like any other code point.

The codec's error handler `surrogatepass` would do, but a program may put another in its place. For encoding, the codec
does not ask for it.
"""

__builtins__ = dict(vars(__import__("builtins")))

SURROGATE_BYTES = 3


def encoded(text):
    return str.encode(text, "utf-8", "surrogatepass")


def decoded(data):
    parts = []
    while True:
        try:
            parts.append(str(data, "utf-8"))
            return "".join(parts)
        except UnicodeDecodeError as error:
            at = error.start
        first, second, third = data[at : at + SURROGATE_BYTES]
        parts.append(str(data[:at], "utf-8"))
        parts.append(chr((first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F))
        data = data[at + SURROGATE_BYTES :]
