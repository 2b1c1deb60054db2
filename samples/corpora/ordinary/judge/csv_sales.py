import csv
import io

DATA = """region,product,units,price
north,apple,10,0.5
south,apple,20,0.55
north,pear,5,0.8
east,"plum, dried",12,2.25
south,pear,7,0.75
east,apple,9,0.6
"""

reader = csv.DictReader(io.StringIO(DATA))
rows = [dict(row, units=int(row["units"]), price=float(row["price"])) for row in reader]
print(reader.fieldnames)
for row in rows:
    row["revenue"] = round(row["units"] * row["price"], 2)
    print(row["region"], row["product"], row["revenue"])

by_region = {}
for row in rows:
    by_region.setdefault(row["region"], []).append(row)

out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["region", "units", "revenue"])
for region in sorted(by_region):
    group = by_region[region]
    writer.writerow([
        region,
        sum(r["units"] for r in group),
        f"{sum(r['revenue'] for r in group):.2f}",
    ])
print(out.getvalue().replace("\r\n", "\n"), end="")
best = max(rows, key=lambda r: r["revenue"])
print("best:", best)
