"""Construct: a subclass of dict answers for missing keys with __missing__."""

import collections


class Tree(dict):
    def __missing__(self, key):
        value = self[key] = type(self)()
        return value


class Default(dict):
    def __missing__(self, key):
        if key == "never":
            raise KeyError(key)
        return f"<{key}>"


class Lower(collections.UserDict):
    def __setitem__(self, key, item):
        super().__setitem__(key.lower(), item)

    def __missing__(self, key):
        return self[key.lower()] if key != key.lower() else None


tree, default = Tree(), Default(a=1)
tree["x"]["y"]["z"] = 1
print(tree, default["a"], default["b"], default.get("b"))
print("b" in default, default.setdefault("c", 3))
print("{a} {other}".format_map(default), "%(a)s %(q)s" % default)
print(default.pop("zz", "gone"), {**default})
print(Lower(A=1)["A"], Lower(A=1)["B"], "a" in Lower(A=1), Lower(A=1).get("q", 5))
for action in (lambda: default["never"], lambda: default.pop("x"),
               lambda: dict.__getitem__(default, "q")):
    try:
        print(action())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error.args)
