"""Construct: properties are inherited, extended and overridden."""


class Base:
    _size = 1

    @property
    def size(self):
        """The size."""
        return self._size

    @size.setter
    def size(self, value):
        self._size = value

    @size.deleter
    def size(self):
        self._size = "deleted"

    late = property(lambda self: self.find())
    find = lambda self: "base"


class Child(Base):
    size = Base.size.getter(lambda self: (self._size, "child"))
    late2 = Base.late.setter(lambda self, value: setattr(self, "_size", value))
    find = lambda self: "child"


base, child, fixed = Base(), Child(), type("Fixed", (Base,), {"size": 7})()
child.size, base.size, fixed.size = 5, 6, 8
print(child.size, base.size, fixed.size, vars(fixed), Base.size.__doc__)
child.late2 = "by a setter that was added"
del base.size
print(child.size, base.size, child.late, base.late, Child.size.fset is Base.size.fset)
for action in (lambda: setattr(base, "late", 1), lambda: vars(base).update(late=1) or base.late):
    try:
        print(action())
    except AttributeError as error:
        print(type(error).__name__)
