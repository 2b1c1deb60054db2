import itertools


class ParkingError(Exception):
    """What goes wrong at the gate."""


class ParkingLot:
    RATES = {"car": 2.5, "bike": 1.0, "truck": 6.0}

    def __init__(self, **spaces):
        self.free = dict(spaces)
        self.parked = {}
        self.tickets = itertools.count(100)
        self.income = 0.0

    def enter(self, kind, plate, hour):
        if kind not in self.free:
            raise ParkingError(f"no place for a {kind}")
        if any(p == plate for _, p, _ in self.parked.values()):
            raise ParkingError(f"{plate} is already inside")
        if self.free[kind] == 0:
            raise ParkingError(f"full for {kind}s")
        self.free[kind] -= 1
        ticket = next(self.tickets)
        self.parked[ticket] = (kind, plate, hour)
        return ticket

    def leave(self, ticket, hour):
        try:
            kind, plate, since = self.parked.pop(ticket)
        except KeyError:
            raise ParkingError(f"ticket {ticket} is unknown") from None
        self.free[kind] += 1
        fee = max(1, hour - since) * self.RATES[kind]
        self.income += fee
        return plate, fee


lot = ParkingLot(car=2, bike=1)
EVENTS = [("in", "car", "AA-1", 8), ("in", "car", "BB-2", 9), ("in", "car", "CC-3", 9), ("in", "bike", "AA-1", 9),
          ("out", 100, 12), ("in", "car", "CC-3", 12), ("out", 100, 13), ("in", "plane", "X", 13), ("out", 102, 12)]
for kind, *details in EVENTS:
    try:
        result = lot.enter(*details) if kind == "in" else lot.leave(*details)
        print(kind, details, "->", result)
    except ParkingError as error:
        print(kind, details, "!", error)
print(f"income {lot.income:.2f}", lot.free, sorted(lot.parked))
