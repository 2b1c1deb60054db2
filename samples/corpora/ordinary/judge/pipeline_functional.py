from functools import partial, reduce
from operator import add, attrgetter, itemgetter, methodcaller


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def curry_power(exponent):
    def power(base):
        return base ** exponent
    return power


clean = compose(str.strip, str.lower, methodcaller("replace", " ", "_"))
print([clean(s) for s in ("  Hello World ", "ABC", " a b c")])
square, cube = curry_power(2), curry_power(3)
print(list(map(square, range(6))), list(map(cube, range(6))))
print(compose(square, cube, partial(add, 1))(2))
people = [("Zoe", 31), ("Adam", 25), ("Mia", 31), ("Bob", 19)]
print(sorted(people, key=itemgetter(1, 0)))
print(sorted(people, key=itemgetter(1), reverse=True))
print(max(people, key=itemgetter(1)), min(people, key=itemgetter(1)))
print(reduce(lambda acc, p: {**acc, p[1]: acc.get(p[1], []) + [p[0]]}, people, {}))
print([f(10) for f in (lambda n, k=k: n * k for k in range(4))])


def counter():
    count = 0

    def increment(step=1):
        nonlocal count
        count += step
        return count

    return increment


c, d = counter(), counter()
print(c(), c(5), d(), c())
print(list(filter(lambda p: p[1] > 20, people)))
print(attrgetter("real", "imag")(3 - 4j))
