from itertools import groupby
from operator import itemgetter

ORDERS = [
    {"id": 1, "customer": "kim", "total": 30, "paid": True},
    {"id": 2, "customer": "lee", "total": 12, "paid": False},
    {"id": 3, "customer": "kim", "total": 8, "paid": False},
    {"id": 4, "customer": "ada", "total": 99, "paid": True},
    {"id": 5, "customer": "lee", "total": 45, "paid": True},
]

by_customer = itemgetter("customer")
for customer, group in groupby(sorted(ORDERS, key=by_customer), key=by_customer):
    orders = list(group)
    print(customer, [o["id"] for o in orders], sum(o["total"] for o in orders))
unpaid = [o for o in ORDERS if not o["paid"]]
print("unpaid:", ", ".join(f"#{o['id']} ({o['total']})" for o in unpaid))
print(sorted(ORDERS, key=itemgetter("total"), reverse=True)[0])
index = {o["id"]: o for o in ORDERS}
index[2]["paid"] = True
print(index[2], all(o["paid"] for o in ORDERS))
totals = {}
for o in ORDERS:
    entry = totals.setdefault(o["customer"], {"orders": 0, "sum": 0})
    entry["orders"] += 1
    entry["sum"] += o["total"]
for customer, entry in totals.items():
    print(f"{customer:<5}{entry['orders']:>3}{entry['sum']:>6}{entry['sum'] / entry['orders']:>8.2f}")
print([{**o, "total": o["total"] * 2} for o in ORDERS if o["customer"] == "ada"])
