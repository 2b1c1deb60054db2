"""Construct: lambdas take every kind of parameter, and defaults are evaluated once."""

order = []
make = lambda a, b=order.append("b") or [], /, *c, d=order.append("d") or {}, **e: (a, b, c, d, e)
print(order, make(1), make(1, 2, 3, d=4, f=5))
make(1)[1].append("kept")
make(1)[3]["kept"] = True
print(make(0), make.__defaults__, make.__kwdefaults__, make.__name__, make.__qualname__)

curried = lambda x: lambda y=x: lambda z=(x, y): (x, y, z)
print(curried(1)()(), curried(1)(2)("z"))
print((lambda: (yield))().__class__.__name__, (lambda *a: a)(*"ab"))
recursive = (lambda f: f(f))(lambda f: lambda n: 1 if n < 2 else n * f(f)(n - 1))
print(recursive(10), sorted("bca", key=lambda c: -ord(c)), (lambda x: (y := x * 2, y + 1))(4))
conditional = lambda n: "neg" if n < 0 else "zero" if not n else "pos"
print([*map(conditional, (-1, 0, 1))], [(lambda: i)() for i in range(3)])
print((lambda a, *, b: a - b)(b=1, a=5))
table = {"+": lambda a, b: a + b, "-": lambda a, b=1: a - b}
print(table["+"]("x", "y"), table["-"](5), (lambda: None)(), (lambda: ...)())
make.__defaults__, make.__kwdefaults__ = (7,), {"d": 8}
print(make(1), (lambda a=make(0): a)())
