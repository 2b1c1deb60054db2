"""Construct: containers compare identity before equality, element by element."""

import functools


@functools.total_ordering
class Ranked:
    def __init__(self, rank, name=""):
        self.rank, self.name = rank, name

    def __eq__(self, other):
        return self.rank == other.rank if isinstance(other, Ranked) else NotImplemented

    def __lt__(self, other):
        return self.rank < other.rank


one, same, two = Ranked(1, "one"), Ranked(1, "same"), Ranked(2, "two")
nan = float("nan")
print(one >= two, one <= same, one != same, max(one, same, two).name, min(same, one).name)
print([ranked.name for ranked in sorted([two, same, one])], [one, two] < [same, Ranked(3)])
print(nan == nan, nan in [nan], float("nan") in [nan], [nan] == [nan], (nan,) != (nan,))
print({nan: 1}.get(nan), {"k": nan} == {"k": nan}, one == 1, 1 == one, one != "x")
print((1, 2) < (1, 2, 0), [1, "a"] == [1, "a"])
print((1, "b") < (1, "c"), {1: 2} == {1.0: 2.0}, () < (0,))
print({1, 2} == frozenset({2, 1}), {1} < {1, 2}, {1} < {2}, range(3) == range(0, 3, 1))
for source in ("one < 1", "(1, 'a') < (1, 2)", "{} < {}", "[] < ()", "1j < 2j", "None < None"):
    try:
        print(source, eval(source))
    except (TypeError, AttributeError) as error:
        print(source, type(error).__name__)
