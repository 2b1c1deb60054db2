"""Construct: __del__ runs when the last reference to an object goes."""

import sys

kept = []


class Loud:
    def __init__(self, name, inner=None):
        self.name, self.inner = name, inner

    def __del__(self):
        print("del", self.name)


class Phoenix(Loud):
    def __del__(self):
        super().__del__()
        kept.append(self)


class Failing(Loud):
    def __del__(self):
        raise ValueError(self.name)


sys.unraisablehook = lambda hook: print("unraisable", hook.exc_type.__name__)
a = b = Loud("shared")
del a
print("still there", b.name)
b = Loud("outer", Loud("inner"))
b = None
(lambda local: print("in call", local.name))(Loud("argument"))
Loud("temporary"), [Loud("in list")], print("later")
Phoenix("phoenix")
print(kept.pop().name, "came back")
Failing("bad")
print("end")
