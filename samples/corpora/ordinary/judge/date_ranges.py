from datetime import date, timedelta
import calendar


def overlap(a, b):
    start, end = max(a[0], b[0]), min(a[1], b[1])
    return (start, end) if start <= end else None


def merge(ranges):
    merged = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def show(r):
    return f"{r[0]:%d.%m.%Y}-{r[1]:%d.%m.%Y}"


bookings = [
    (date(2023, 7, 10), date(2023, 7, 14)),
    (date(2023, 7, 1), date(2023, 7, 5)),
    (date(2023, 7, 15), date(2023, 7, 20)),
    (date(2023, 7, 4), date(2023, 7, 6)),
]
for r in merge(bookings):
    print(show(r), (r[1] - r[0]).days + 1, "days")
print(overlap(bookings[1], bookings[3]) is not None, overlap(bookings[0], bookings[1]))

for year, month in ((2024, 2), (2023, 2), (2023, 12)):
    first_weekday, days = calendar.monthrange(year, month)
    print(year, month, days, calendar.day_name[first_weekday])


def nth_weekday(year, month, weekday, n):
    day = date(year, month, 1)
    day += timedelta(days=(weekday - day.weekday()) % 7 + 7 * (n - 1))
    return day


print("thanksgiving", [nth_weekday(y, 11, 3, 4).isoformat() for y in range(2020, 2025)])
print(date(2024, 3, 31) - timedelta(days=31), date.fromisoformat("2024-12-25").timetuple().tm_yday)
print(sorted([date(2024, 1, 2), date(2023, 5, 6)])[0], date(2000, 1, 1) < date(2000, 1, 2))
