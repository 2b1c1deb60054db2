from datetime import datetime, time, timedelta

STOPS = [("Station", 0), ("Market", 4), ("Museum", 9), ("Park", 15), ("Harbour", 22)]


def departures(first, last, every):
    now = datetime.combine(datetime(2024, 5, 6), first)
    end = datetime.combine(datetime(2024, 5, 6), last)
    while now <= end:
        yield now
        now += timedelta(minutes=every)


runs = list(departures(time(6, 30), time(9, 0), 25))
for name, offset in STOPS:
    cells = " ".join((start + timedelta(minutes=offset)).strftime("%H:%M") for start in runs)
    print(f"{name:<8} {cells}")


def next_bus(stop, at):
    offset = dict(STOPS)[stop]
    for start in runs:
        when = start + timedelta(minutes=offset)
        if when.time() >= at:
            return when
    return None


for stop, at in (("Museum", time(7, 0)), ("Park", time(8, 59)), ("Station", time(9, 30))):
    bus = next_bus(stop, at)
    if bus is None:
        print(f"{stop} at {at:%H:%M}: no bus")
    else:
        wait = bus - datetime.combine(bus.date(), at)
        print(f"{stop} at {at:%H:%M}: bus at {bus:%H:%M}, wait {wait.seconds // 60} min")
print(len(runs), "runs", runs[-1] - runs[0], runs[0].isoformat(sep=" "))
