"""Construct: functions carry attributes, and their own parts can be replaced."""


def greet(name, mark="!"):
    """Says hello."""
    greet.calls += 1
    return f"hello {name}{mark}"


greet.calls = 0
greet("a")
greet.tags = ["x"]
print(greet("b"), greet.calls, vars(greet), greet.__name__, greet.__doc__, greet.__module__)
greet.__name__, greet.__qualname__, greet.__doc__ = "renamed", "Some.where", None
greet.__defaults__ = ("?",)
print(greet("c"), greet.__name__, repr(greet).split(" at ")[0])
print(greet.__doc__, greet.__code__.co_name)
greet.__defaults__ = ("x", "y")
print(greet(), greet.__code__.co_argcount)
alias, greet = greet, type("Counter", (), {"calls": 100})
print(alias("d"), greet.calls, alias.calls, alias.__dict__ is vars(alias))
alias.__dict__ = {"fresh": 1}
print(alias.fresh, hasattr(alias, "tags"))
for action in (lambda: setattr(alias, "__name__", 1), lambda: setattr(alias, "__dict__", 1),
               lambda: setattr(alias, "__defaults__", [1]), lambda: alias.tags,
               lambda: setattr(alias, "__globals__", {}), lambda: delattr(alias, "__name__")):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
