"""Construct: an equals sign in a replacement field shows the expression as it is written."""

value, words = 12.5, ["a", "b"]


class Shown:
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return f"format:{spec}"


shown = Shown()
print(f"{value=} {value = } {value= :.2f} {value =!r:>8}")
print(f"{shown=} {shown=!s} {shown=:} {shown=:x} {shown=!r:^6}")
print(f"{ words [0] = } {len( words )=} {words[::-1]=} {'lit'=} {"it's"=}")
print(f"{value+1=:08.3f} {value==12.5=}")
print(f"{(lambda n: n * 2)(3)=}", f"{[n for n in words]=}")
print(f"{(x:=3)=}", f"{{value=}}", f"{value!r}=", f"{x>=2=}")
print(f"{
    value
    =
}|{
    words  =!s}|{"a" "b"=}|{f"{value=}"=}")
