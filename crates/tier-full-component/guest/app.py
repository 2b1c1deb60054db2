"""The Full tier in a component: CPython, made into a component for WASI 0.2 by componentize-py.

componentize-py starts the interpreter, imports this module, and keeps the memory as it is then: every instance begins
there. The border is guest.wit; what cannot be said in Python is in native.wat.

What is here shares its interpreter with programs that may change anything in it. So each module keeps the builtins that
it began with, and takes at the beginning what it will use of other modules.
"""

import sys

# CPython has this from the beginning; componentize-py starts it without signals.
import _signal

_signal.signal(_signal.SIGINT, _signal.default_int_handler)

# What a fresh interpreter has imported: componentize-py's and this guest's modules come after it.
FRESH = frozenset(sys.modules) - {__name__}

__builtins__ = dict(vars(__import__("builtins")))

import gc

import isolate
import leaving
import library
import program
import staging
import surroundings

VERSION = sys.version.split()[0]

# How much deeper than its program the guest itself may call.
ROOM = 100

getrecursionlimit, setrecursionlimit = sys.getrecursionlimit, sys.setrecursionlimit

library.gather()
for name in sorted(FRESH):
    library.move(sys.modules[name])
leaving.tell()


class Interpreter:
    """What the component exports.

    componentize-py makes one of these for each export: what they share is the class's. What is staged takes no object:
    the partial functions of CPython 3.14 would.
    """

    @classmethod
    def version(cls):
        return VERSION

    @classmethod
    def run(cls, what):
        surroundings.begin(FRESH)
        cls.stage = staging.Stage()
        cls.program = program.Program(what)
        cls.proceed = staticmethod(cls.stage.of(*cls.program.call()))

    @classmethod
    def ended(cls):
        limit = getrecursionlimit()
        setrecursionlimit(limit + ROOM)
        ending = cls.program.ended(cls.stage)
        # Nothing of the program is to be held beyond its end.
        cls.program = cls.proceed = None
        cls.stage.forget()
        cls.finish = staticmethod(cls.stage.end())
        setrecursionlimit(limit)
        return ending

    @classmethod
    def open(cls, number):
        surroundings.begin(FRESH)
        cls.stage = staging.Stage()
        cls.isolate = isolate.Isolate(number)
        cls.finish = staticmethod(cls.stage.end(*cls.isolate.ends()))

    @classmethod
    def ask(cls, question):
        limit = getrecursionlimit()
        setrecursionlimit(limit + ROOM)
        cls.proceed = staticmethod(cls.stage.of(*cls.isolate.call(question)))
        setrecursionlimit(limit)

    @classmethod
    def answer(cls):
        limit = getrecursionlimit()
        setrecursionlimit(limit + ROOM)
        try:
            return cls.isolate.answer(cls.stage)
        finally:
            cls.proceed = None
            cls.finish = staticmethod(cls.stage.end(*cls.isolate.ends()))
            setrecursionlimit(limit)


gc.collect()
