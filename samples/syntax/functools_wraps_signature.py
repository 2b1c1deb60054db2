"""Construct: a wrapper takes over name, text, attributes and signature of what it wraps."""

import functools
import inspect


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return "traced", function(*args, **kwargs)
    return wrapper


def renamed(function):
    @functools.wraps(function, assigned=("__doc__",), updated=())
    def other(*args):
        return function(*args)
    return other


def area(width: int, /, height: int = 2, *, unit="cm") -> str:
    """Area with a unit."""
    return f"{width * height} {unit}"


area.tag = "shape"
one, two = traced(area), renamed(area)
print(one.__name__, one.__qualname__, one.__doc__)
print(one.tag, one.__annotations__ == area.__annotations__)
print(two.__name__, two.__doc__, hasattr(two, "tag"))
print(two.__wrapped__ is area, inspect.unwrap(traced(one)) is area)
print(inspect.signature(one), inspect.signature(one, follow_wrapped=False))
print(one(3, unit="m"), one.__kwdefaults__)
print(functools.WRAPPER_ASSIGNMENTS[:2], inspect.signature(functools.partial(area, 1, unit="km")))
del one.__wrapped__
print(inspect.signature(one), inspect.signature(functools.lru_cache(area)), vars(one))
