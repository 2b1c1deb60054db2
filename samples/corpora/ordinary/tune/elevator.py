from enum import Enum


class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0


class Elevator:
    def __init__(self, floors):
        self.floors = floors
        self.floor = 0
        self.direction = Direction.IDLE
        self.requests = set()
        self.moved = 0

    def call(self, floor):
        if floor not in range(self.floors):
            raise ValueError(f"no floor {floor} in this building")
        self.requests.add(floor)

    def step(self):
        if not self.requests:
            self.direction = Direction.IDLE
            return None
        if self.floor in self.requests:
            self.requests.remove(self.floor)
            return f"doors open on {self.floor}"
        above = any(f > self.floor for f in self.requests)
        below = any(f < self.floor for f in self.requests)
        if self.direction is Direction.UP and not above:
            self.direction = Direction.DOWN
        elif self.direction is Direction.DOWN and not below:
            self.direction = Direction.UP
        elif self.direction is Direction.IDLE:
            self.direction = Direction.UP if above else Direction.DOWN
        self.floor += self.direction.value
        self.moved += 1
        return f"{self.direction.name.lower()} to {self.floor}"


lift = Elevator(6)
for f in (3, 1, 5):
    lift.call(f)
while (event := lift.step()) is not None:
    print(event)
    if lift.floor == 3 and lift.moved == 3:
        lift.call(0)
print("moved", lift.moved, "floors;", lift.direction)
try:
    lift.call(6)
except ValueError as e:
    print("error:", e)
