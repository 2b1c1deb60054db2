"""Construct: code objects are read, changed with replace, and put into functions."""

import types


def greet(name, times=2):
    """Greets."""
    words = "hello"
    return f"{words} {name}" * times


code = greet.__code__
constants = tuple("HELLO" if constant == "hello" else constant for constant in code.co_consts)
changed = code.replace(co_name="shout", co_consts=constants)
shout = types.FunctionType(changed, globals(), argdefs=(1,))
print(greet("a"), shout("b"), shout.__name__, changed.co_name)
print(greet.__name__, changed == code, code == code.replace())
print(code.co_varnames, code.co_argcount, code.co_nlocals)
print(code.co_flags & 0x0C, code.co_freevars, code.co_names)
greet.__code__ = changed
print(greet("c"), greet.__name__, greet.__defaults__, greet.__code__ is changed)
greet.__code__ = (lambda *args, **kwargs: (args, kwargs)).__code__
print(greet(1, times=3), greet("x"), hash(code) == hash(code.replace()))
module = compile("def inner(q): return q", "<n>", "exec")
nested = [constant for constant in module.co_consts if isinstance(constant, types.CodeType)]
print(nested[0].co_name, nested[0].co_varnames)
print(nested[0].co_filename, types.FunctionType(nested[0], {})(5))
for action in (lambda: setattr(greet, "__code__", 5), lambda: code.replace(nonsense=1),
               lambda: code.replace(co_name=1), lambda: setattr(code, "co_name", "x"),
               lambda: setattr(greet, "__code__", (lambda: nested).__code__) or "set"):
    try:
        print(action())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__)
