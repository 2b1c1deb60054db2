"""What is to be tried: how it is written, and with which arguments.

A signature is written as kinds with commas between the positions, `/` between alternatives and `x=` before a keyword argument:
`str,int/none,key=function`. It stands for every way to choose. Nothing is worked out before it is needed: the Light tier as
WebAssembly ends when it holds some tens of thousands of objects.
"""

from .pools import ALIASES, WRONG, pool

# How many cases a call gets that is wrong by its kinds.
FEW = 2


class Calls:
    """A function, or a method of a receiver, with arguments."""

    is_one_of_a_kind = False

    def __init__(self, callee, receiver, signatures, wrong, limit):
        self.callee = callee
        self.receiver = receiver
        self.signatures = signatures
        self.wrong = wrong
        self.limit = limit

    def tries(self):
        ways = [way for signature in self.signatures for way in expand(signature)]
        for way in ways:
            yield self.call(way), self.limit
        for way in wrong_ones(ways) if self.wrong else []:
            yield self.call(way), min(self.limit, FEW)

    def call(self, way):
        shift = 0 if self.receiver is None else 1
        slots = [slot(name, index + shift) for index, (name, _) in enumerate(way)]
        template = f"{self.callee}({', '.join(slots)})"
        kinds = [kind for _, kind in way]
        if shift:
            return Try("{0}." + template, (self.receiver, *kinds), (None, *(name for name, _ in way)), 1)
        return Try(template, tuple(kinds), tuple(name for name, _ in way), 0)


class Formula:
    """An expression, or statements and a `return`, with places for operands."""

    is_one_of_a_kind = False

    def __init__(self, template, signatures, limit, hidden=0):
        self.template = template
        self.signatures = signatures
        self.limit = limit
        self.hidden = hidden

    def tries(self):
        for signature in self.signatures:
            for way in expand(signature):
                kinds = tuple(kind for _, kind in way)
                yield Try(self.template, kinds, (None,) * len(kinds), self.hidden), self.limit


class Shaped:
    """Expressions whose signature is a shape. They are many, and made when they are needed."""

    is_one_of_a_kind = True

    def __init__(self, forms):
        self.forms = forms

    def tries(self):
        for template, kind, shape, limit in self.forms():
            kinds = tuple(kind.split(","))
            yield Try(template, kinds, (None,) * len(kinds), 0, shape), limit


class Written:
    """A case that is written out: an expression, or a program whose output is compared."""

    is_one_of_a_kind = True

    def __init__(self, text, signature, is_program):
        self.text = text
        self.signature = signature
        self.is_program = is_program

    def tries(self):
        yield self, 1

    def key(self):
        return self.text, self.signature

    def size(self, limit):
        return 1


class Try:
    """One way to write a call, with one pool for each place. `called` is its signature where that is not the kinds."""

    def __init__(self, template, kinds, names, hidden, called=None):
        self.called = called
        self.template = template
        self.kinds = kinds
        self.names = names
        self.hidden = hidden

    def key(self):
        return self.template, self.kinds

    def size(self, limit):
        total = 1
        for kind in self.kinds:
            total *= len(pool(kind))
        return min(total, limit)

    def combinations(self, limit, label):
        return sample([pool(kind) for kind in self.kinds], limit, f"{label} {self.template} {self.kinds}")


def slot(name, index):
    return f"{{{index}}}" if name is None else f"{name}={{{index}}}"


def expand(signature):
    """Returns every way to read a signature: lists of (keyword or None, pool)."""
    ways = [[]]
    for position in signature.split(",") if signature else []:
        name, equals, kinds = position.rpartition("=")
        alternatives = []
        for kind in kinds.split("/"):
            alternatives.extend(ALIASES.get(kind, kind).split("/"))
        ways = [way + [(name if equals else None, kind)] for way in ways for kind in alternatives]
    return ways


def wrong_ones(ways):
    """Returns calls with a kind that no signature has in that place, and with one argument too many or none at all."""
    longest = max(ways, key=len, default=[])
    known = [{meant(way[index][1]) for way in ways if index < len(way)} for index in range(len(longest))]
    found = []
    for index, (name, _) in enumerate(longest):
        for kind in WRONG:
            if kind not in known[index]:
                found.append(longest[:index] + [(name, kind)] + longest[index + 1 :])
    if all(name is None for name, _ in longest):
        found.append(longest + [(None, "none")])
    if longest and [] not in ways:
        found.append([])
    return found


def meant(kind):
    """Returns the kind of what a pool for a purpose holds, as far as that can be told from its first text."""
    first = pool(kind)[0]
    if first.lstrip("-").isdigit():
        return "int"
    return "str" if first[0] in "'\"" else "bytes" if first.startswith("b\"") else kind


def sample(pools, limit, seed):
    """Returns combinations of one text from each pool: all of them, or the first and as many more as there may be."""
    total = 1
    for each in pools:
        total *= len(each)
    if total <= limit:
        combinations = [()]
        for each in pools:
            combinations = [before + (text,) for before in combinations for text in each]
        return combinations
    chosen = [tuple(each[0] for each in pools)]
    state = sum((index + 1) * ord(letter) for index, letter in enumerate(seed))
    while len(chosen) < limit:
        picks = []
        for each in pools:
            state = (state * 1103515245 + 12345) % 2147483648
            picks.append(each[(state >> 8) % len(each)])
        if tuple(picks) not in chosen:
            chosen.append(tuple(picks))
    return chosen
