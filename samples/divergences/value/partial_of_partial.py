"""A partial made from another partial changes the keywords of the first

provenance: own campaign
"""

from functools import partial


def wrap(text, *, prefix="", suffix=""):
    return f"{prefix}{text}{suffix}"


quote = partial(wrap, prefix="<<", suffix=">>")
shout = partial(quote, suffix="!>>")
print(quote("one"), shout("two"))
print(quote.keywords, shout.keywords, quote.keywords is shout.keywords)
