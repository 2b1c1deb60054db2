"""Running a case, and saying what came of it."""

import io
import sys

from .seen import exception_kind, kind_of, look, short, still_mutable, without_addresses
from .tries import Written


class Runner:
    """Runs cases. What a text stands for is compiled once."""

    def __init__(self, names):
        self.names = names
        self.made = {}
        self.called = {}
        self.kinds = {}

    def tried(self, label, attempt, limit, places):
        """Runs the cases in those places of an attempt; yields each place with signature, expression and outcome."""
        if isinstance(attempt, Written):
            text = "; ".join(attempt.text.strip().splitlines())
            outcome = self.printed(attempt.text) if attempt.is_program else self.outcome(attempt.text, ())
            yield 0, [attempt.signature, text] + outcome
            return
        chosen = attempt.combinations(limit, label)
        for place in places:
            atoms = chosen[place]
            about = [self.signature(attempt, atoms), expression(attempt.template, atoms)]
            yield place, about + self.outcome(attempt.template, atoms)

    def signature(self, attempt, atoms):
        if attempt.called is not None:
            return attempt.called
        shown = [(name, self.kind(atom)) for name, atom in zip(attempt.names, atoms)][attempt.hidden :]
        places = [kind for name, kind in shown if name is None]
        return ",".join(places + sorted(f"{name}={kind}" for name, kind in shown if name is not None))

    def kind(self, atom):
        if atom not in self.kinds:
            try:
                self.kinds[atom] = kind_of(self.value(atom))
            except Exception as error:
                self.kinds[atom] = exception_kind(error)
        return self.kinds[atom]

    def value(self, atom):
        if atom not in self.made:
            self.made[atom] = eval("lambda: " + atom, self.names)
        return self.made[atom]()

    def body(self, template, atoms):
        """Returns what does the call. An expression is one function for all kinds, as code is that takes what comes.

        Statements are a function for each kinds: RustPython forgets that `+=` is to change its operand where the same code has
        added numbers before.
        """
        key = (template, *map(self.kind, atoms)) if "\n" in template else template
        if key not in self.called:
            operands = [f"a{index}" for index in range(len(atoms))]
            source = filled(template, operands)
            if "\n" in source:
                made = {}
                lines = source.replace("\n", "\n    ")
                exec(f"def tried({', '.join(operands)}):\n    {lines}", self.names, made)
                self.called[key] = made["tried"]
            else:
                self.called[key] = eval(f"lambda {', '.join(operands)}: {source}", self.names)
        return self.called[key]

    def outcome(self, template, atoms):
        printed = sys.stdout = io.StringIO()
        try:
            values = [self.value(atom) for atom in atoms]
            result = self.body(template, atoms)(*values)
            kind, value = look(result)
            text = short(result, value)
            after = [look(each)[1] for each in values if still_mutable(each)]
            if after:
                value += " after " + ", ".join(after)
        except BaseException as error:
            return ["E", exception_kind(error), "", message(error)]
        finally:
            sys.stdout = sys.__stdout__
        written = printed.getvalue()
        if written:
            value += " printed " + look(written)[1]
            text += " printed " + without_addresses(repr(written))
        return ["V", kind, value, text]

    def printed(self, source):
        printed = sys.stdout = io.StringIO()
        try:
            exec(compile(source, "<program>", "exec"), dict(self.names, __name__="__main__"))
        except BaseException as error:
            return ["E", exception_kind(error), look(printed.getvalue())[1], message(error)]
        finally:
            sys.stdout = sys.__stdout__
        written = printed.getvalue()
        return ["V", "none", look(written)[1], without_addresses(repr(written))]


def filled(template, texts):
    """Returns the template with the texts in their places. What a text looks like a place for is none."""
    parts = [template]
    for index, text in enumerate(texts):
        place = f"{{{index}}}"
        parts = [piece for part in parts for piece in separated(part, place, text)]
    return "".join(parts)


class Filled(str):
    """A text that is in its place."""


def separated(part, place, text):
    if isinstance(part, Filled) or place not in part:
        return [part]
    pieces = []
    for piece in part.split(place):
        pieces += [Filled(text), piece]
    return pieces[1:]


def expression(template, atoms):
    """Returns the case as one would write it: an expression, or statements about `x`."""
    if "\n" in template:
        statement = template.partition("\n")[0]
        return f"x = {atoms[0]}; {filled(statement, ('x',) + atoms[1:])}"
    return filled(template, [in_brackets(template, index, atom) for index, atom in enumerate(atoms)])


def in_brackets(template, index, atom):
    """Returns the text of an operand, in brackets where it would come apart without them."""
    place = f"{{{index}}}"
    before, _, after = template.partition(place)
    if before.endswith(("(", ", ", "=", "[")) and after[:1] in (")", ",", "]"):
        return atom
    number = atom[0] in "-0123456789"
    joined = number and any(sign in atom for sign in "/*+ ")
    tight = number and (after.startswith((".", "[")) or before.endswith(("-", "+", "~")) or "**" in template)
    inside = before.endswith("{") and atom.startswith("{")
    return f"({atom})" if joined or tight or inside or atom.startswith("lambda") else atom


def message(error):
    try:
        return without_addresses(str(error))
    except Exception as other:
        return "no text: " + exception_kind(other)


def ascii_only(text):
    """Returns the text on one line, with nothing in it that is not ASCII."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if " " <= letter <= "~" else escaped(letter) for letter in text)


def escaped(letter):
    code = ord(letter)
    if letter == "\n":
        return "\\n"
    if letter == "\t":
        return "\\t"
    if code < 256:
        return "\\x%02x" % code
    return "\\u%04x" % code if code < 65536 else "\\U%08x" % code
