"""Construct: __set_name__ is called for attributes of a new class, in their order."""


class Named:
    owner = name = None

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.owner, self.name = owner, name


class Failing:
    def __set_name__(self, owner, name):
        raise KeyError(name)


shared = Named()


class Table:
    second = Named()
    first = shared
    alias = shared
    plain = 3


print(shared.name, Table.second.name, shared.owner is Table)
Table.late = Named()
print(Table.late.name, type("Made", (), {"inside": Named()}).inside.name)
try:
    type("Bad", (), {"field": Failing()})
except Exception as error:
    print(type(error).__name__, error.__cause__ is None, len(error.__notes__))
