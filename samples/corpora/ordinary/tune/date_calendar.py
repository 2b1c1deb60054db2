from datetime import date, datetime, timedelta

start = date(2024, 1, 29)
for week in range(4):
    day = start + timedelta(weeks=week)
    print(day.isoformat(), day.strftime("%A"), day.isocalendar()[1])

born = datetime(1990, 5, 17, 8, 30)
now = datetime(2024, 3, 1, 12, 0)
age = now - born
print(age.days, "days,", age.seconds, "seconds")
print(age)
print(now.strftime("%Y/%m/%d %H:%M:%S"))
print(datetime.strptime("01 Feb 2023 14:05", "%d %b %Y %H:%M"))


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


print([y for y in range(1896, 1925) if is_leap(y)])


def working_days(first, last):
    day = first
    count = 0
    while day <= last:
        if day.weekday() < 5:
            count += 1
        day += timedelta(days=1)
    return count


print(working_days(date(2024, 2, 1), date(2024, 2, 29)))
deadlines = {"tax": date(2024, 4, 15), "rent": date(2024, 3, 1), "trip": date(2024, 7, 20)}
for name, when in sorted(deadlines.items(), key=lambda kv: kv[1]):
    print(f"{name:<6}{when} in {(when - now.date()).days} days")
