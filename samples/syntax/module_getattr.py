"""Construct: a module answers for missing names with __getattr__."""

import sys
import types

made = types.ModuleType("made", "A module.")
exec("""
asked = []
present = 1
def __getattr__(name):
    asked.append(name)
    if name.startswith("lazy"):
        globals()[name] = value = name.upper()
        return value
    raise AttributeError(name)
""", made.__dict__)
sys.modules["made"] = made


class Counting(types.ModuleType):
    @property
    def doubled(self):
        return self.present * 2


import made as alias
from made import lazy_one, present
print(lazy_one, present, alias.lazy_two, alias.lazy_two, alias.asked, hasattr(alias, "other"))
try:
    from made import unknown
except ImportError as error:
    print(type(error).__name__, error.name, made.asked[-2:])
made.__class__ = Counting
print(made.doubled, getattr(made, "still", "default"), made.__doc__, type(made).__name__)
