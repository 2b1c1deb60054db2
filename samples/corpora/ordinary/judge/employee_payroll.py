from abc import ABC, abstractmethod
from decimal import Decimal, ROUND_HALF_UP

CENT = Decimal("0.01")


class Employee(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def gross(self) -> Decimal:
        """What is earned in a month."""

    def tax(self):
        gross = self.gross()
        if gross <= 1000:
            rate = Decimal("0.1")
        elif gross <= 3000:
            rate = Decimal("0.2")
        else:
            rate = Decimal("0.325")
        return (gross * rate).quantize(CENT, ROUND_HALF_UP)

    def net(self):
        return self.gross() - self.tax()


class Salaried(Employee):
    def __init__(self, name, yearly):
        super().__init__(name)
        self.yearly = Decimal(yearly)

    def gross(self):
        return (self.yearly / 12).quantize(CENT, ROUND_HALF_UP)


class Hourly(Employee):
    def __init__(self, name, hours, wage):
        super().__init__(name)
        self.hours, self.wage = Decimal(hours), Decimal(wage)

    def gross(self):
        extra = max(self.hours - 160, Decimal(0))
        return (self.hours - extra) * self.wage + extra * self.wage * Decimal("1.5")


staff = [Salaried("Kim", 50000), Hourly("Lou", 172, "18.75"), Hourly("Max", 40, "22.10")]
print(f"{'name':<6}{'gross':>10}{'tax':>10}{'net':>10}")
for e in staff:
    print(f"{e.name:<6}{e.gross():>10}{e.tax():>10}{e.net():>10}")
print("total", sum(e.net() for e in staff))
print([type(e).__name__ for e in staff if e.gross() > 3000])
