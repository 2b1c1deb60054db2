"""Idiom: __setattr__ and __delattr__ freeze an object, here a service's configuration."""


class FrozenError(Exception):
    """Raised when something sealed is to be changed."""


class Freezable:
    _frozen = False

    def freeze(self):
        for value in vars(self).values():
            if isinstance(value, Freezable):
                value.freeze()
        self._frozen = True

    def __setattr__(self, name, value):
        if self._frozen:
            raise FrozenError(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if self._frozen:
            raise FrozenError(name)
        super().__delattr__(name)

    def replace(self, **changes):
        """Return a thawed copy with some attributes changed."""
        copy = object.__new__(type(self))
        vars(copy).update(vars(self) | changes, _frozen=False)
        return copy


class Limits(Freezable):
    def __init__(self, seconds, megabytes):
        self.seconds, self.megabytes = seconds, megabytes


class Service(Freezable):
    def __init__(self, name, limits):
        self.name, self.limits = name, limits


def attempt(label, action, *arguments):
    try:
        action(*arguments)
        print(f"{label}: done")
    except FrozenError:
        print(f"{label}: refused")


mail = Service("mail", Limits(30, 512))
attempt("rename before the seal", setattr, mail, "name", "post")
mail.freeze()
attempt("rename after the seal", setattr, mail, "name", "letters")
attempt("nested change", setattr, mail.limits, "seconds", 5)
attempt("delete", delattr, mail, "limits")
roomy = mail.limits.replace(megabytes=2048)
attempt("delete from the copy", delattr, roomy, "seconds")
print(mail.name, vars(mail.limits), vars(roomy))
