def hms(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:d}:{minutes:02d}:{seconds:02d}"


def parse(text):
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


def human(seconds):
    parts = []
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {name}{'s' if count != 1 else ''}")
    if not parts:
        return "now"
    if len(parts) == 1:
        return parts[0]
    return ", ".join(parts[:-1]) + " and " + parts[-1]


for seconds in (0, 59, 60, 3599, 3600, 86399, 90061, 172800):
    text = hms(seconds)
    assert parse(text) == seconds
    print(f"{seconds:>7} {text:>9} {human(seconds)}")
laps = ["1:02", "0:58", "1:05", "0:59"]
times = [parse(lap) for lap in laps]
print("total", hms(sum(times)), "best", hms(min(times)), "lap", times.index(min(times)) + 1)
for bad in ("1:xx", ""):
    try:
        print(parse(bad))
    except ValueError:
        print("not a time:", repr(bad))
