"""Construct: parameters before a slash are positional only, those after a star keyword only."""


def full(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


def strict(x, /, *, y):
    return x, y


def free(self, /, **kwargs):
    return self, kwargs


print(full(1, d=4), full(1, 9, 8, 7, 6, d=0, z=1), full(1, d=4, a="kept", b="too"))
print(strict(1, y=2), free(1, self=2, kwargs=3), (lambda *, k=1: k)(k=2), (lambda p, /: p)(3))
for call in ("full()", "full(1)", "full(1, 2, c=3)", "strict(x=1, y=2)", "strict(1, 2)",
             "strict(1, y=2, z=3)", "strict(1)", "full(1, 2, 3, c=4, d=5)", "full(a=1, d=2)"):
    try:
        eval(call)
        print(call, "runs")
    except TypeError as error:
        print(call, type(error).__name__)
code = full.__code__
print(code.co_posonlyargcount, code.co_argcount, code.co_kwonlyargcount, code.co_varnames)
print(full.__defaults__, full.__kwdefaults__, strict.__defaults__, strict.__kwdefaults__)
for source in ("def f(/, a): 0", "def f(a, /, b, /): 0", "def f(*): 0", "def f(*, a=1, b): 0"):
    try:
        print(source, type(compile(source, "<made>", "exec")).__name__)
    except SyntaxError as error:
        print(source, type(error).__name__)
