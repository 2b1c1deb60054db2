"""An area of the campaign: what is tried in it, and the line that is written of each case.

An area is a program that makes an `Area`, names what is to be tried, and ends with `area.run()`. It is started with two numbers:
the first case, and how many. A line is

    index  callable  signature  expression  V|E  kind  value  text

with tabs between. V: `kind` and `value` are what was returned, and `text` is how a person would see it. E: `kind` is the
exception's type and `text` its message. The last line says how many cases there are. All of it is ASCII. The cases, their order
and their text depend on nothing that an interpreter computes but small integers and strings, so that line N is the same case
everywhere.
"""

import sys

from .pools import NAMES
from .runner import Runner, ascii_only
from .seen import plain
from .tries import Calls, Formula, Shaped, Written

# How many cases a signature gets unless the area says otherwise.
ORDINARY = 24


class Area:
    """What is tried, in order."""

    def __init__(self, limit=ORDINARY):
        self.limit = limit
        self.asked = {}
        self.names = dict(NAMES)

    def use(self, *modules):
        """Makes modules known to the cases. One that is missing is found missing by each case that needs it."""
        for name in modules:
            try:
                self.names[name.partition(".")[0]] = __import__(name)
            except Exception:
                pass

    def define(self, source):
        """Runs statements whose names the cases may use. What does not work is found by the cases."""
        try:
            exec(source, self.names)
        except Exception:
            pass

    def function(self, name, *signatures, limit=None, wrong=True, source=None):
        """Tries a function: with these signatures, and with wrong ones besides."""
        callee = source or name.removeprefix("builtins.")
        self.ask(name, Calls(callee, None, signatures or [""], wrong, limit or self.limit))

    def method(self, receivers, name, *signatures, limit=None, wrong=True, owner=None):
        """Tries a method of each kind of receiver. Each is a row of its own: `str.upper` is not `ustr.upper`."""
        for receiver in receivers.split("/"):
            label = (owner or plain(receiver)) + "." + name
            self.ask(label, Calls(name, receiver, signatures or [""], wrong, limit or self.limit))

    def attribute(self, receivers, *names, owner=None):
        """Tries attributes that are no methods."""
        for receiver in receivers.split("/"):
            for name in names:
                label = f".{owner or plain(receiver)}.{name}"
                self.ask(label, Formula(f"{{0}}.{name}", [receiver], self.limit, hidden=1))

    def constant(self, *names):
        """Tries what a module has that is not called."""
        for name in names:
            self.one("." + name, name)

    def operator(self, label, template, signatures, limit=None):
        """Tries an expression of operands, or statements about them and what they return."""
        self.ask(label, Formula(template, signatures, limit or self.limit))

    def shaped(self, label, forms):
        """Tries expressions whose rows say a shape, and not the kind of the operand.

        `forms` is a function that yields them: an expression, the kinds of its operands with commas between, the shape, and how many
        cases.
        """
        self.ask(label, Shaped(forms))

    def one(self, label, expression, signature=""):
        """Tries an expression that is written out, under the signature that its author says it has."""
        self.ask(label, Written(expression, signature, is_program=False))

    def program(self, label, signature, source):
        """Tries a small program: what it prints is compared."""
        self.ask(label, Written(source, signature, is_program=True))

    def ask(self, label, what):
        self.asked.setdefault(label, []).append(what)

    def run(self):
        first, count = int(sys.argv[1]), int(sys.argv[2])
        runner = Runner(self.names)
        out = sys.stdout
        index = 0
        for label, attempt, limit in self.all_tries():
            size = attempt.size(limit)
            if index < first + count and first < index + size:
                places = range(max(first - index, 0), min(first + count - index, size))
                for place, fields in runner.tried(label, attempt, limit, places):
                    line = [str(index + place), label] + fields
                    out.write("\t".join(ascii_only(field) for field in line) + "\n")
                    out.flush()
            index += size
        out.write(f"of {index}\n")
        out.flush()

    def all_tries(self):
        """Yields what is tried of each callable. What is asked for twice is tried once, as often as the more thorough wants."""
        for label, asked in self.asked.items():
            found = {}
            for what in asked:
                if what.is_one_of_a_kind:
                    yield from ((label, attempt, limit) for attempt, limit in what.tries())
                    continue
                for attempt, limit in what.tries():
                    known = found.get(attempt.key(), (attempt, 0))
                    found[attempt.key()] = known[0], max(limit, known[1])
            for attempt, limit in found.values():
                yield label, attempt, limit
