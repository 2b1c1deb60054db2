"""Construct: names are unbound before their assignment, after del, and in deeper scopes."""

value = "global"


def local_before():
    print(value)
    value = 1


def deleted():
    own = 1
    del own
    return own


def free():
    result = (lambda: later)()
    later = 1
    return result


def conditional(flag):
    if flag:
        name = "bound"
    return name


class Body:
    value = value
    del value
    again = value


print(Body.again, hasattr(Body, "value"), conditional(True))
for action in (local_before, deleted, free, lambda: conditional(False),
               lambda: nowhere, lambda: Body.value):
    try:
        print(action())
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error.name, type(error).__mro__[1].__name__)
