from collections import namedtuple

Reading = namedtuple("Reading", "day high low rain")

DATA = [
    Reading("Mon", 21, 12, 0.0), Reading("Tue", 19, 11, 2.4), Reading("Wed", 17, 10, 11.2), Reading("Thu", 22, 9, 0.0),
    Reading("Fri", 25, 14, 0.0), Reading("Sat", 26, 15, 0.6), Reading("Sun", 20, 13, 5.0),
]

for r in DATA:
    bar = " " * r.low + "=" * (r.high - r.low)
    print(f"{r.day} {bar:<28} {r.low:>2}..{r.high}")
print("hottest:", max(DATA, key=lambda r: r.high).day)
print("coldest night:", min(DATA, key=lambda r: r.low).day)
print("widest range:", max(DATA, key=lambda r: r.high - r.low).day)
print("rain days:", [r.day for r in DATA if r.rain], "total", round(sum(r.rain for r in DATA), 1))
mean = sum(r.high for r in DATA) / len(DATA)
print(f"mean high {mean:.2f}")
print(DATA[0], DATA[0]._fields)
print(DATA[0]._replace(rain=1.5))
streak = best = 0
for r in DATA:
    streak = streak + 1 if r.rain == 0 else 0
    best = max(best, streak)
print("longest dry streak:", best)
day, *numbers = DATA[2]
print(day, numbers, Reading._make(("X", 1, 2, 3)) == ("X", 1, 2, 3))
