from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Car:
    kind: str
    capacity: int
    load: int = 0
    next: Optional["Car"] = field(default=None, repr=False)

    def add(self, amount):
        accepted = min(amount, self.capacity - self.load)
        self.load += accepted
        return amount - accepted


class Train:
    def __init__(self, *cars):
        self.first = None
        for car in reversed(cars):
            car.next = self.first
            self.first = car

    def __iter__(self):
        car = self.first
        while car is not None:
            yield car
            car = car.next

    def load(self, kind, amount):
        for car in self:
            if car.kind == kind and amount:
                amount = car.add(amount)
        return amount

    def __len__(self):
        return sum(1 for _ in self)


train = Train(Car("coal", 50), Car("people", 80), Car("coal", 40), Car("mail", 10))
print(len(train), [car.kind for car in train])
for kind, amount in (("coal", 70), ("people", 60), ("mail", 15), ("gold", 1)):
    left = train.load(kind, amount)
    print(f"{kind}: {amount - left} loaded, {left} left behind")
for car in train:
    print(car, f"{car.load / car.capacity:.0%}")
print(max(train, key=lambda c: c.load).kind, Car("x", 1) == Car("x", 1))
