from dataclasses import dataclass, field, asdict, replace


@dataclass(frozen=True)
class Item:
    name: str
    price: float
    quantity: int = 1

    @property
    def total(self):
        return self.price * self.quantity


@dataclass
class Order:
    customer: str
    items: list = field(default_factory=list)
    discount: float = 0.0

    def add(self, item):
        self.items.append(item)
        return self

    def total(self):
        return sum(i.total for i in self.items) * (1 - self.discount)


order = Order("Dana").add(Item("book", 12.5, 2)).add(Item("pen", 1.25, 10))
print(order)
print(f"{order.total():.2f}")
order.discount = 0.1
print(f"{order.total():.2f}")
print(asdict(order))
dear = replace(order.items[0], price=20.0)
print(dear, dear == order.items[0])
print(hash(dear) == hash(Item("book", 20.0, 2)))
try:
    dear.price = 3
except Exception as error:
    print(type(error).__name__)
