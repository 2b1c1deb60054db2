from collections import OrderedDict

CATALOG = {"tea": 4.50, "coffee": 7.25, "sugar": 1.10, "milk": 0.99, "cake": 12.00}


class Cart:
    def __init__(self):
        self.lines = OrderedDict()

    def add(self, name, n=1):
        if name not in CATALOG:
            raise KeyError(name)
        self.lines[name] = self.lines.get(name, 0) + n

    def remove(self, name):
        del self.lines[name]

    def subtotal(self):
        return sum(CATALOG[name] * n for name, n in self.lines.items())

    def discount(self):
        subtotal = self.subtotal()
        if subtotal >= 50:
            return subtotal * 0.10
        if len(self.lines) >= 3:
            return 2.0
        return 0

    def receipt(self):
        rows = [f"{n:>3} x {name:<10}{CATALOG[name] * n:>8.2f}" for name, n in self.lines.items()]
        rows.append(f"{'subtotal':<16}{self.subtotal():>8.2f}")
        if self.discount():
            rows.append(f"{'discount':<16}{-self.discount():>8.2f}")
        rows.append(f"{'total':<16}{self.subtotal() - self.discount():>8.2f}")
        return "\n".join(rows)


cart = Cart()
cart.add("tea", 2)
cart.add("milk", 3)
cart.add("sugar")
print(cart.receipt())
cart.remove("sugar")
cart.add("cake", 4)
cart.add("tea")
print(cart.receipt())
try:
    cart.add("gold")
except KeyError as error:
    print("we do not sell", error.args[0])
cart.lines.move_to_end("tea")
print(list(cart.lines))
