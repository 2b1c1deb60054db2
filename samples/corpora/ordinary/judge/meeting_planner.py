from datetime import datetime, timedelta


def at(text):
    return datetime.strptime("2024-09-02 " + text, "%Y-%m-%d %H:%M")


CALENDARS = {
    "ana": [("09:00", "10:30"), ("12:00", "13:00"), ("16:00", "18:00")],
    "ben": [("10:00", "11:30"), ("12:30", "14:30"), ("14:30", "15:00")],
    "cy": [("08:00", "09:30"), ("13:00", "13:45")],
}


def busy(people):
    slots = sorted((at(a), at(b)) for p in people for a, b in CALENDARS[p])
    merged = []
    for start, end in slots:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def free(people, opening="08:00", closing="18:00"):
    now = at(opening)
    for start, end in busy(people):
        if start > now:
            yield now, start
        now = max(now, end)
    if now < at(closing):
        yield now, at(closing)


for people in (["ana"], ["ana", "ben"], ["ana", "ben", "cy"]):
    print("+".join(people))
    for start, end in free(people):
        minutes = (end - start) // timedelta(minutes=1)
        print(f"  {start:%H:%M}-{end:%H:%M} {minutes:>4} min")
wanted = timedelta(hours=1)
first = next((s for s, e in free(CALENDARS) if e - s >= wanted), None)
print("first hour for all:", first.strftime("%H:%M") if first else "none")
