SALES = {
    "2022": {"Q1": {"north": 120, "south": 80}, "Q2": {"north": 150, "south": 95}},
    "2023": {"Q1": {"north": 130, "south": 110, "west": 20}, "Q2": {"north": 90, "south": 130, "west": 45}},
}


def total(node):
    return sum(map(total, node.values())) if isinstance(node, dict) else node


def report(node, indent=0):
    for key, value in node.items():
        line = "  " * indent + key
        print(f"{line:<14}{total(value):>6}")
        if isinstance(value, dict):
            report(value, indent + 1)


report(SALES)
regions = {}
for quarters in SALES.values():
    for numbers in quarters.values():
        for region, amount in numbers.items():
            regions[region] = regions.get(region, 0) + amount
print(regions)
print(max(regions, key=regions.get), total(SALES))
flat = {(y, q, r): n for y, qs in SALES.items() for q, rs in qs.items() for r, n in rs.items()}
for key, amount in sorted(flat.items(), key=lambda kv: kv[1], reverse=True)[:3]:
    print("/".join(key), amount)
growth = {r: SALES["2023"]["Q2"].get(r, 0) - SALES["2022"]["Q2"].get(r, 0) for r in regions}
print(growth)
print("west" in SALES["2022"]["Q1"], SALES.get("2024", {}).get("Q1", "no data"))
