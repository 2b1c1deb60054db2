"""Idiom: eval and exec in namespaces of their own, here pricing rules and a spreadsheet."""

import math

RULES = """
VAT = 0.25

def discount(quantity):
    return 0.1 if quantity >= threshold else 0

def price(unit, quantity):
    net = unit * quantity * (1 - discount(quantity))
    return net * (1 + VAT)

tiers = {quantity: price(8, quantity) for quantity in (1, 10, 100)}
"""

SHEET = {
    "A1": "12",
    "A2": "A1 * 3 + 4",
    "B1": "sqrt(A2 * 10) if A2 > A1 else 0",
    "B2": "max(A1, A2, B1) - min(A1, A2, B1)",
    "C1": "[cell ** 2 for cell in (A1, A2)]",
    "C2": "f'{sum(C1)} from {len(C1)} cells'",
}


class Cells(dict):
    """Evaluates a formula when some other formula asks for it."""

    builtins = {"max": max, "min": min, "sum": sum, "len": len}
    functions = {"__builtins__": builtins, "sqrt": math.sqrt}

    def __missing__(self, name):
        if name not in SHEET:
            raise KeyError(name)
        self[name] = eval(compile(SHEET[name], f"<{name}>", "eval"), self.functions, self)
        return self[name]


rules = {"threshold": 10}
exec(RULES, rules)
print(rules["tiers"], rules["price"](3, 20), "VAT" in globals())
rules["threshold"] = 1000
print(eval("price(8, 100)", rules), eval("price(8, 100) * rate", rules, {"rate": 2}))

cells = Cells()
for name in ("C2", "B2", "B1"):
    print(name, "=", cells[name])
print("evaluated in the order", list(cells))
for forbidden in ("open('secret')", "__import__('os')", "Z9 + 1"):
    try:
        print(eval(forbidden, Cells.functions, cells))
    except NameError:
        print("no such name in", forbidden)

counter, local = {"start": 40}, {}
exec("global total\nimport operator\ntotal = operator.add(start, 2)\nlabel = 'sum'", counter, local)
print(counter["total"], sorted(local), type(eval("lambda: start", counter)).__name__)
