"""Construct: a decorator is any expression that gives a callable."""

import functools

calls = []


def repeat(times, *, label="run"):
    calls.append(f"repeat({times})")

    def decorate(function):
        calls.append(f"decorate {function.__name__}")

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return [f"{label}{i}:{function(*args, **kwargs)}" for i in range(times)]

        return wrapper

    return decorate


@repeat(2, label="outer")
@repeat(times=1)
def greet(name, /, mark="!"):
    """Greets."""
    return name + mark


print(calls, greet("ada", mark="?"), greet.__name__)
print(greet.__doc__, greet.__wrapped__.__wrapped__("x"))
table = {"upper": lambda function: lambda text: function(text).upper()}
@table["upper"]
@(lambda function: lambda text: function(text) + text)
def twice(text): return text
print(twice("ab"))
