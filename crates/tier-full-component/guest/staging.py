"""What is to be done with nothing of the guest's below it on the stack.

The host calls `proceed`, and what it finds there is made of CPython's own functions, which have no frames: `any` goes
through a `map` of `caught`, whose answers are all false. Each of the calls is made in its turn, whatever became of those
before.
"""

__builtins__ = dict(vars(__import__("builtins")))

import gc
import sys
from functools import partial
from itertools import compress, starmap

import _tiers

unfreeze = gc.unfreeze
gettrace, getprofile = sys.gettrace, sys.getprofile
settrace, setprofile = sys.settrace, sys.setprofile

NOTHING = {}


class Stage:
    """Calls, and what came of them.

    A program may be traced or profiled: by its own functions, which are not to see the guest's. They are set for what is
    staged, and only then.
    """

    def __init__(self):
        self.tracer, self.profiler = [], []
        self.returned, self.raised = [], []

    def of(self, callable, args=(), kwargs=NOTHING):
        """Returns what does this one call."""
        self.returned, self.raised = [], []
        before = self.tools_are_set()
        self.tracer, self.profiler = [], []
        return sequence(
            *before,
            (self.returned, self.raised, callable, args, kwargs),
            quietly(gettrace, (), self.tracer),
            quietly(getprofile, (), self.profiler),
            quietly(*unset(settrace, self.tracer)),
            quietly(*unset(setprofile, self.profiler)),
        )

    def forget(self):
        """Gives up what came of the last call."""
        self.returned.clear()
        self.raised.clear()

    def end(self, *before):
        """Returns what makes the calls `before`, and ends the interpreter."""
        # What was frozen when it began is to go like everything else.
        return sequence(*self.tools_are_set(), *map(quietly, (*before, unfreeze, _tiers.end)))

    def tools_are_set(self):
        return [
            *(quietly(settrace, (tracer,)) for tracer in self.tracer if tracer),
            *(quietly(setprofile, (profiler,)) for profiler in self.profiler if profiler),
        ]


def sequence(*calls):
    return partial(any, map(_tiers.caught, *zip(*calls)))


def quietly(callable, args=(), returned=None):
    """Returns a call of which at most the result is of interest."""
    return ([] if returned is None else returned), [], callable, args, NOTHING


def unset(function, seen):
    """Returns a call of `function(None)` that is made where what is in `seen` by then is true: audit hooks see it."""
    return any, (starmap(function, compress([(None,)], seen)),)
