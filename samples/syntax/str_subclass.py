"""Construct: a subclass of str keeps its type only where it says so."""


class Path(str):
    def __new__(cls, *parts):
        return super().__new__(cls, "/".join(parts))

    def __truediv__(self, other):
        return Path(self, other)

    def __rtruediv__(self, other):
        return Path(other, self)

    def __getitem__(self, key):
        return self.split("/")[key] if isinstance(key, int) else super().__getitem__(key)

    def __str__(self):
        return f"<{super().__str__()}>"

    def __format__(self, spec):
        return f"format {spec!r}"


p = Path("usr", "lib")
print(p, repr(p), str(p), p.upper(), sep=" ; ")
print(f"{p}", f"{p!s}", f"{p!r}", "%s" % p, "{:>9}".format(p), sep=" ; ")
print(p / "x", "/r" / p, type(p / "x").__name__, type(p + "").__name__)
print(type(p.strip()).__name__, type(p[:]).__name__)
print(p[1], p[0:3], list(p)[:3], len(p), p == "usr/lib")
print({p: 1}["usr/lib"], hash(p) == hash("usr/lib"), "lib" in p)
print(",".join([p, "z"]), type("".join([p])).__name__)
print(p.replace("usr", "var"), p.startswith(("usr", "x")), p.partition("/"))
p.extra = "attributes"
print(vars(p), type(str(p)).__name__, isinstance(p, str))
print(getattr(type("T", (), {"usr/lib": 5}), p), sorted([p, "a"]))
print(type(str.__str__(p)).__name__, str.__getitem__(p, 0))
print(int(Path("4", "2").replace("/", "")), eval(Path("1", "2")))
