"""Construct: SimpleNamespace takes attributes as they come."""

import types

space = types.SimpleNamespace(b=1, a=[2])
space.c = space
print(space, sorted(vars(space)), space.c.c.b)
del space.b
space.__dict__.update({"not a name": 3}, d=4)
print(space.a is vars(space)["a"], getattr(space, "not a name"), hasattr(space, "b"))
same = types.SimpleNamespace(x=1) == types.SimpleNamespace(x=1)
print(same, types.SimpleNamespace() != types.SimpleNamespace(y=0))
print(types.SimpleNamespace(**{"k": "v"}), bool(types.SimpleNamespace()))


class Config(types.SimpleNamespace):
    level = "class"

    def __getattr__(self, name):
        return f"no {name}"


config = Config(level="own", deep=Config())
print(config, config.other, config.deep.level)
print(Config(a=1) == types.SimpleNamespace(a=1), Config.__mro__[1].__name__)
for action in (lambda: type(hash(space)).__name__, lambda: space.missing,
               lambda: types.SimpleNamespace(1), lambda: space < space,
               lambda: space["a"], lambda: iter(space)):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
