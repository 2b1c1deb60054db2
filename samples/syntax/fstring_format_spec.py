"""Construct: format specifications in f-strings, fixed and computed."""


class Money:
    def __format__(self, spec):
        return f"<{spec}>"


width, digits, pi = 10, 3, 3.14159265
print(f"{pi:.2f}|{pi:{width}.{digits}}|{pi:<{width}.1e}|{pi:+08.3f}|{1e10:g}|{pi:%}|{0.5:.0%}")
print(f"{255:x}|{255:#X}|{255:#010b}|{-5:+d}|{5: d}|{65:c}|{7:03}")
print(f"{1234567:,}|{1234567:_}|{0xabcdef12:_x}")
print(f"{'ab':>5}|{'ab':*^6}|{'abcdef':.3}|{'ab':5}|{True!s:>6}|{True:d}|{None!r:^8}|{'é':x<3}")
print(f"{-7:=5}|{-7:05}|{3+4j:.1f}|{10**20:,}|{1e300:.3g}")
print(f"{float('nan'):5}|{float('-inf'):08.1f}|{-0.0:z.0f}")
print(f"{Money():any {'text'} at all}|{Money()}|{Money():{'{}'}}|{Money():%H:%M}|{Money()!r:.6}")
print(format(3, "04"), "{:>{}}".format("r", 4))
print("{0[k]:{w}} {1.real}".format({"k": 1}, 2, w=3), "%5.1f%%" % pi)
for value, spec in ((1, "s"), ("a", "d"), (1.5, "x"), ([], ">5"), (3, ".2"), (2, ",_"),
                    (1, "1.2.3"), (None, "4")):
    try:
        print(f"{value:{spec}}")
    except (ValueError, TypeError) as error:
        print(value, spec, type(error).__name__)
