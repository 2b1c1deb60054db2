from collections import defaultdict, deque

TRADES = [
    ("buy", "ACME", 10, 100), ("buy", "ACME", 5, 120), ("buy", "INIT", 20, 15), ("sell", "ACME", 12, 150),
    ("sell", "INIT", 5, 12), ("buy", "INIT", 10, 10), ("sell", "ACME", 4, 90), ("sell", "INIT", 20, 18),
]


class Portfolio:
    def __init__(self):
        self.lots = defaultdict(deque)
        self.profit = defaultdict(int)

    def buy(self, name, count, price):
        self.lots[name].append([count, price])

    def sell(self, name, count, price):
        owned = sum(c for c, _ in self.lots[name])
        if count > owned:
            raise ValueError(f"cannot sell {count} {name}, only {owned} owned")
        while count:
            lot = self.lots[name][0]
            used = min(count, lot[0])
            self.profit[name] += used * (price - lot[1])
            lot[0] -= used
            count -= used
            if lot[0] == 0:
                self.lots[name].popleft()


portfolio = Portfolio()
for action, name, count, price in TRADES:
    try:
        getattr(portfolio, action)(name, count, price)
        status = "ok"
    except ValueError as error:
        status = f"refused: {error}"
    print(f"{action:<5}{count:>3} {name} at {price:>4} {status}")
print(dict(portfolio.profit), sum(portfolio.profit.values()))
for name, lots in sorted(portfolio.lots.items()):
    print(name, [tuple(lot) for lot in lots])
value = sum(c * {"ACME": 110, "INIT": 16}[n] for n, lots in portfolio.lots.items() for c, _ in lots)
print("value now", value)
