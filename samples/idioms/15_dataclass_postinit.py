"""Idiom: dataclasses with __post_init__, here invoices that check and complete themselves."""

from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(frozen=True, order=True)
class Money:
    cents: int
    currency: str = "EUR"

    def __post_init__(self):
        if self.cents < 0:
            raise ValueError("negative amount")
        object.__setattr__(self, "currency", self.currency.upper())

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"


@dataclass(slots=True)
class Line:
    text: str
    unit: Money
    count: int = 1
    total: Money = field(init=False)

    def __post_init__(self):
        self.total = replace(self.unit, cents=self.unit.cents * self.count)


@dataclass
class Invoice:
    serial: ClassVar[int] = 0

    customer: str
    lines: list[Line] = field(default_factory=list, repr=False)
    discount: InitVar[int] = 0
    number: str = field(init=False, compare=False)
    due: Money = field(init=False)

    def __post_init__(self, discount):
        Invoice.serial += 1
        self.number = f"INV-{Invoice.serial:04}"
        self.due = Money(sum(line.total.cents for line in self.lines) * (100 - discount) // 100)


paper = Line("paper", Money(499), 12)
toner = Line("toner", Money(8950, "eur"))
first, second = (Invoice("Ada", [paper, toner], discount=10) for _ in range(2))
print(first, first.due)
print(first == second, first.number, second.number, Invoice("Bob") == Invoice("Bob", [], 5))
print(asdict(paper))
print(astuple(toner), max(paper.total, toner.total))
print([(item.name, item.init, item.repr) for item in fields(Invoice)])
for build in (lambda: Money(-1), lambda: setattr(toner.unit, "cents", 0), lambda: {Money(1): 1}):
    try:
        print("built", build())
    except (ValueError, AttributeError) as error:
        print("refused by", type(error).__name__)
