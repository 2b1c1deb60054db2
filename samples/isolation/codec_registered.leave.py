"""Leaves: a codec of its own."""

import codecs

codecs.register(lambda name: codecs.lookup("ascii") if name == "leaked" else None)
"text".encode("leaked")
