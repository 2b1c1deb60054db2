def c_to_f(c):
    return c * 9 / 5 + 32


def c_to_k(c):
    return c + 273.15


print("|    C |     F |      K |")
print("|------|-------|--------|")
for c in range(-40, 101, 20):
    print(f"| {c:4d} | {c_to_f(c):5.1f} | {c_to_k(c):6.2f} |")

readings = [12.5, 14.0, 13.2, 15.8, 11.9, 16.4, 13.3]
days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
average = sum(readings) / len(readings)
print("average %.2f" % average)
for day, t in zip(days, readings):
    bar = "*" * int(t)
    sign = "+" if t > average else "-"
    print("%s %5.1f %s %s" % (day, t, sign, bar))
hottest = max(zip(readings, days))
coldest = min(zip(readings, days))
print("hottest", hottest, "coldest", coldest)
print("above average:", [d for d, t in zip(days, readings) if t > average])
