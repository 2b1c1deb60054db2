"""Construct: the name of a caught exception is unbound at the end of its clause."""

import sys

Odd = type("Odd", (Exception,), {})


def lookup(name):
    try:
        return type(eval(name)).__name__
    except NameError as error:
        return type(error).__name__


error = "outer"
try:
    raise Odd
except Odd as error:
    print(lookup("error"), type(sys.exception()).__name__, sys.exc_info()[0] is Odd)
print(lookup("error"), sys.exception(), sys.exc_info())
try:
    raise Odd(1)
except (KeyError, Odd) as kept:
    other = kept
    try:
        raise KeyError
    except KeyError:
        print(type(sys.exception()).__name__)
    print(type(sys.exception()).__name__)
print(other.args, lookup("kept"), other.__traceback__.tb_next)
for thrown in (5, "text", None, object, int):
    try:
        raise thrown
    except BaseException as error:
        print(type(error).__name__)
