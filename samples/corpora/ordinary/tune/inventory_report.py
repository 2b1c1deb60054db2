from collections import defaultdict

ITEMS = [
    ("bolt", "hardware", 120, 0.25),
    ("nut", "hardware", 300, 0.10),
    ("hammer", "tools", 12, 14.99),
    ("saw", "tools", 7, 19.50),
    ("paint", "supplies", 25, 8.75),
    ("brush", "supplies", 40, 3.20),
]


def value_by_category(items):
    totals = defaultdict(float)
    for _name, category, quantity, price in items:
        totals[category] += quantity * price
    return totals


def low_stock(items, threshold):
    return [name for name, _c, quantity, _p in items if quantity < threshold]


print(f"{'item':<10}{'qty':>6}{'price':>10}{'value':>12}")
print("-" * 38)
for name, category, quantity, price in ITEMS:
    print(f"{name:<10}{quantity:>6}{price:>10.2f}{quantity * price:>12,.2f}")
print("-" * 38)
total = sum(quantity * price for _n, _c, quantity, price in ITEMS)
print(f"{'total':<26}{total:>12,.2f}")
print()
for category, value in sorted(value_by_category(ITEMS).items()):
    print(f"{category}: {value:.2f} ({value / total:.1%})")
print("low stock:", ", ".join(low_stock(ITEMS, 20)))
