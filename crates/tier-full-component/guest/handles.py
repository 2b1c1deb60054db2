"""The objects that the host holds, by number and by identity."""

__builtins__ = dict(vars(__import__("builtins")))

from wit_world.exports.interpreter import Handle, HandleKind

names_of_types = type.__dict__["__name__"].__get__


class Dead(Exception):
    """The handle is not, or no longer, one of this isolate's."""

    def __init__(self, handle):
        self.handle = handle


class Handles:
    def __init__(self, isolate):
        self.isolate = isolate
        # The number of the next object. Numbers are not used again.
        self.next = 0
        # The objects, each with what the host was told of it.
        self.held = {}
        # The number of the object at an address. It is held, so nothing else can be there.
        self.numbers = {}

    def hold(self, object):
        """Returns the object's handle: the same for as long as it is held."""
        number = self.numbers.get(id(object))
        if number is None:
            number = self.numbers[id(object)] = self.next
            self.next += 1
            handle = Handle(self.isolate, number, kind(object), type_name(object))
            self.held[number] = object, handle
        return self.held[number][1]

    def find(self, handle):
        if handle.isolate != self.isolate or handle.id not in self.held:
            raise Dead(handle)
        return self.held[handle.id][0]

    def release(self, handle):
        object = self.find(handle)
        del self.held[handle.id]
        del self.numbers[id(object)]

    def release_since(self, mark):
        """Gives up what was held since `next` was `mark`: nobody has been told of it."""
        for number in range(mark, self.next):
            object, _ = self.held.pop(number)
            del self.numbers[id(object)]


def kind(object):
    if callable(object):
        return HandleKind.CALLABLE
    if issubclass(type(object), BaseException):
        return HandleKind.EXCEPTION
    return HandleKind.OBJECT


def type_name(object):
    """Returns the name of the object's type; a WIT string has no surrogates."""
    return plain(names_of_types(type(object)))


def plain(text):
    return "".join("\ufffd" if "\ud800" <= point <= "\udfff" else point for point in text)
