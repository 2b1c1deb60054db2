import functools


def trace(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        result = func(*args, **kwargs)
        print(f"{func.__name__}({', '.join(parts)}) -> {result!r}")
        return result
    return wrapper


def check_types(**types):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(**kwargs):
            for name, kind in types.items():
                if not isinstance(kwargs.get(name), kind):
                    raise TypeError(f"{name} must be {kind.__name__}")
            return func(**kwargs)
        return wrapper
    return decorate


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


@trace
def area(width, height=1, *, unit="m"):
    return f"{width * height}{unit}2"


@check_types(name=str, age=int)
def greet(name, age):
    return f"{name} is {age}"


@CountCalls
def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


area(3)
area(3, 4)
area(2, height=5, unit="cm")
print(greet(name="Eva", age=30))
for wrong in ({"name": 1, "age": 2}, {"name": "Al", "age": "x"}):
    try:
        greet(**wrong)
    except TypeError as e:
        print("TypeError:", e)
print(ackermann(2, 3), ackermann.calls, ackermann.__name__)


@functools.singledispatch
def describe(x):
    return "something"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
def _(x):
    return "list of " + ", ".join(describe(i) for i in x)


print(describe(5), "|", describe([1, "a", [2]]), "|", describe(None))
