"""Construct: identifiers may be of any script, and are normalised to NFKC."""

ﬁne, größe, 变量, π = 1, 2, 3, 4
print(fine, größe, 变量 + π, sorted(name for name in globals() if not name.startswith("_")))


class Ångström:
    ªttribute = "ordinal"

    def ﬂow(self, ſize=1):
        return self.__class__.__name__, size, sorted(locals())


thing = Ångström()
print(thing.flow(size=5), thing.attribute, hasattr(thing, "flow"))
print(hasattr(thing, "ﬂow"), getattr(thing, "ªttribute", "not normalised"))
setattr(thing, "ﬁ", "raw")
print(list(vars(thing)), hasattr(thing, "fi"), "𝐱".isidentifier())
print(eval("𝐱", {"x": "bold"}), [int("٣"), "Ⅷ".isidentifier()])
exec("K = 'kelvin'")
print(K, eval("K"), dict(ﬀ=1), "x²".isidentifier(), "·".isidentifier(), "a·".isidentifier())
for source in ("x² = 1", "€ = 1", "a b = 1", "１ = 1", "a\u200b = 1", "‿a = 1"):
    try:
        exec(source, space := {})
        print(ascii(source), *(ascii(name) for name in space if name != "__builtins__"))
    except SyntaxError as error:
        print(ascii(source), type(error).__name__)
