"""Construct: copy and deepcopy use the hooks of a class and a memo."""

import copy


class Plain:
    def __init__(self, items):
        self.items, self.me = items, self


class Hooked(Plain):
    def __copy__(self):
        return type(self)(["copied", *self.items])

    def __deepcopy__(self, memo):
        made = memo[id(self)] = type(self)([])
        made.items = ["deep", copy.deepcopy(self.items, memo)]
        return made


class Reduced:
    def __reduce_ex__(self, protocol):
        return dict, ((("protocol", protocol > 1),),)


plain = Plain([[1], 2])
shallow, deep = copy.copy(plain), copy.deepcopy(plain)
print(shallow.items is plain.items, shallow.me is plain)
print(deep.items, deep.items[0] is plain.items[0], deep.me is deep)
hooked = Hooked([])
hooked.items += [hooked, "x"]
print(copy.copy(hooked).items[0], (twice := copy.deepcopy([hooked, hooked]))[0] is twice[1])
print(twice[0].items[0], twice[0].items[1][0] is twice[0])
print(copy.copy(Reduced()), copy.deepcopy((1, Reduced())))
same, loop = (1, "a", (2,)), []
loop.append(loop)
print(copy.deepcopy(same) is same, copy.deepcopy(len) is len)
print(copy.copy(Plain) is Plain, copy.deepcopy(loop)[0][0] is loop)
print(copy.copy({"k": loop})["k"] is loop, copy.copy(bytearray(b"ab")))
print(type(copy.copy(frozenset())).__name__)
