"""What is told of an exception. Nothing in it need work: its `str`, or the module `traceback`."""

__builtins__ = dict(vars(__import__("builtins")))

from handles import plain
from texts import encoded
from wit_world.exports.interpreter import Raised

FOLDER = __file__.rpartition("/")[0]

qualified_names_of_types = type.__dict__["__qualname__"].__get__


def raised(exception, handles):
    type_name = plain(qualified_names_of_types(type(exception)))
    message = attempt(lambda: str(exception), "")
    traceback = attempt(lambda: formatted(exception), f"{type_name}: {message}\n" if message else f"{type_name}\n")
    return Raised(type_name, encoded(message), encoded(traceback), handles.hold(exception))


def attempt(function, otherwise):
    """Returns the text that `function` gives; a subclass of `str` will do, and anything else is no text."""
    try:
        text = function()
        return str.__str__(text) if issubclass(type(text), str) else ""
    except BaseException:
        return otherwise


def formatted(exception):
    """Returns the traceback as the module `traceback` formats it: the one that the program sees."""
    import traceback

    return "".join(traceback.format_exception(exception))


def without_own_frames(exception):
    """Returns the exception, with a traceback that begins where the program's own code does."""
    traceback = exception.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename.rpartition("/")[0] == FOLDER:
        traceback = traceback.tb_next
    return exception.with_traceback(traceback)
