"""Idiom: collections.namedtuple as a light record, here stock trades aggregated into positions."""

from collections import namedtuple
from itertools import groupby
from operator import attrgetter

Trade = namedtuple("Trade", "symbol side quantity price", defaults=["buy", 100, 0])


class Position(namedtuple("Position", ["symbol", "quantity", "cost"])):
    """What is held of one symbol; prices are in cents."""

    __slots__ = ()

    @property
    def average(self):
        return self.cost / self.quantity if self.quantity else 0.0

    def __add__(self, trade):
        sign = 1 if trade.side == "buy" else -1
        amount = sign * trade.quantity
        return self._replace(quantity=self.quantity + amount, cost=self.cost + amount * trade.price)


TAPE = """
ACME buy 100 1250
ZINC buy 40 310
ACME sell 25 1300
ZINC buy 60 295
NOVA buy 10 99
"""


def parse(line):
    symbol, side, quantity, price = line.split()
    return Trade._make([symbol, side, int(quantity), int(price)])


trades = sorted(map(parse, TAPE.split("\n")[1:-1]), key=attrgetter("symbol"))
for symbol, group in groupby(trades, key=attrgetter("symbol")):
    position = sum(group, Position(symbol, 0, 0))
    print(position, f"average {position.average:.2f}")

first = trades[0]
print(first, first.price == first[3], first < trades[1])
print(first._asdict())
print(Trade("GOLD"), Trade._fields, Trade._field_defaults)
symbol, *_, price = Trade("IRON", price=7)
print(symbol, price, isinstance(first, tuple), hash(first) == hash(tuple(first)))
match first:
    case Trade(side="buy", quantity=quantity):
        print("bought", quantity)
try:
    first.price = 1
except AttributeError:
    print("a trade cannot be changed")
