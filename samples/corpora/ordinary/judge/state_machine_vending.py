class InvalidAction(Exception):
    pass


class VendingMachine:
    transitions = {
        ("idle", "coin"): "has_money",
        ("has_money", "coin"): "has_money",
        ("has_money", "select"): "dispensing",
        ("has_money", "cancel"): "idle",
        ("dispensing", "take"): "idle",
    }
    prices = {"cola": 150, "water": 100, "chips": 125}

    def __init__(self):
        self.state = "idle"
        self.credit = 0
        self.stock = {name: 2 for name in self.prices}

    def fire(self, action, *args):
        try:
            target = self.transitions[self.state, action]
        except KeyError:
            raise InvalidAction(f"cannot {action} when {self.state}") from None
        result = getattr(self, "on_" + action)(*args)
        self.state = target
        return result

    def on_coin(self, value):
        if value not in (10, 20, 50, 100):
            raise InvalidAction(f"coin of {value} rejected")
        self.credit += value
        return f"credit {self.credit / 100:.2f}"

    def on_select(self, name):
        if self.stock.get(name, 0) == 0:
            raise InvalidAction(f"{name} is sold out")
        if self.credit < self.prices[name]:
            raise InvalidAction(f"{name} costs {self.prices[name] / 100:.2f}")
        self.credit -= self.prices[name]
        self.stock[name] -= 1
        return f"here is your {name}"

    def on_cancel(self):
        back, self.credit = self.credit, 0
        return f"returned {back / 100:.2f}"

    def on_take(self):
        return "enjoy"


machine = VendingMachine()
for action, *args in [
    ("select", "cola"), ("coin", 100), ("select", "cola"), ("coin", 25), ("coin", 50), ("select", "cola"),
    ("coin", 10), ("take",), ("coin", 100), ("select", "tea"), ("cancel",), ("take",),
]:
    try:
        message = machine.fire(action, *args)
    except InvalidAction as problem:
        message = f"! {problem}"
    print(f"{action:<7}{machine.state:<11}{message}")
print(machine.stock, machine.credit)
