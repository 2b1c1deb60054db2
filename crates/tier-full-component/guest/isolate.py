"""An interpreter that stays up and is spoken with in values."""

__builtins__ = dict(vars(__import__("builtins")))

import sys

import surroundings
from exceptions import raised, without_own_frames
from handles import Dead, Handles
from inward import inward
from outward import TooLong, outward
from wit_world.exports.interpreter import (
    Question_Attribute,
    Question_Bind,
    Question_Call,
    Question_Eval,
    Question_Exec,
    Question_Release,
    Failure_DeadHandle,
    Failure_Raised,
    Failure_TooLong,
)

try:
    from componentize_py_types import Err
except ImportError:
    # Where the componentize-py of CPython 3.12 has it.
    from wit_world.types import Err

# A function of CPython's own that does nothing and returns None.
nothing = [].clear


class Isolate:
    def __init__(self, number):
        # Those it begins with, even where the program puts another module in its place.
        self.names = sys.modules["__main__"].__dict__
        self.handles = Handles(number)
        # What was raised before there was anything to call.
        self.stop = None

    def ends(self):
        """Returns the calls that give up what is held: functions of CPython's own."""
        return self.handles.held.clear, vars(self).clear

    def call(self, question):
        """Returns the function that does what is asked, and what it is to be given."""
        try:
            return PREPARATIONS[type(question)](self, question.value)
        except BaseException as stop:
            self.stop = without_own_frames(stop)
            return nothing, ()

    def answer(self, stage):
        """Returns the value of what was asked, as tokens; or raises why there is none."""
        try:
            return self.value(stage)
        except BaseException as stop:
            failure = self.failure(without_own_frames(stop))
        finally:
            # Last: what is given up by then may print as it goes.
            stage.forget()
            surroundings.flush()
        raise Err(failure)

    def value(self, stage):
        stop, self.stop = self.stop, None
        for exception in (stop, *stage.raised):
            if exception is not None:
                raise exception
        return outward(stage.returned[0], self.handles)

    def failure(self, stop):
        if isinstance(stop, Dead):
            return Failure_DeadHandle(stop.handle)
        if isinstance(stop, TooLong):
            return Failure_TooLong(stop.bytes)
        return Failure_Raised(raised(stop, self.handles))

    def bind(self, binding):
        self.names[binding.name] = inward(binding.value, self.handles)
        return nothing, ()

    def statements(self, source):
        return exec, (compile(source, "<exec>", "exec", dont_inherit=True), self.names)

    def expression(self, source):
        # As the function `eval` does.
        source = source.lstrip(" \t")
        return eval, (compile(source, "<eval>", "eval", dont_inherit=True), self.names)

    def invocation(self, invocation):
        args = tuple(inward(arg, self.handles) for arg in invocation.args)
        kwargs = {binding.name: inward(binding.value, self.handles) for binding in invocation.kwargs}
        return self.handles.find(invocation.callable), args, kwargs

    def attribute(self, member):
        return getattr, (self.handles.find(member.object), member.name)

    def release(self, handle):
        self.handles.release(handle)
        return nothing, ()


PREPARATIONS = {
    Question_Attribute: Isolate.attribute,
    Question_Bind: Isolate.bind,
    Question_Call: Isolate.invocation,
    Question_Eval: Isolate.expression,
    Question_Exec: Isolate.statements,
    Question_Release: Isolate.release,
}
