from typing import NamedTuple


class Position(NamedTuple):
    x: int = 0
    y: int = 0

    def moved(self, dx, dy):
        return self._replace(x=self.x + dx, y=self.y + dy)


HEADINGS = ["N", "E", "S", "W"]
STEPS = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}


class Robot:
    def __init__(self, size):
        self.size = size
        self.position = Position()
        self.heading = "N"
        self.trail = [self.position]

    def turn(self, side):
        offset = 1 if side == "R" else -1
        self.heading = HEADINGS[(HEADINGS.index(self.heading) + offset) % 4]

    def forward(self):
        target = self.position.moved(*STEPS[self.heading])
        if not (0 <= target.x < self.size and 0 <= target.y < self.size):
            raise RuntimeError(f"wall at {tuple(target)}")
        self.position = target
        self.trail.append(target)

    def run(self, program):
        for c in program:
            if c in "LR":
                self.turn(c)
            elif c == "F":
                self.forward()
            else:
                raise ValueError("bad command " + repr(c))


for program in ("FFRFF", "FRFLF", "FFFFFF", "RFxF", ""):
    robot = Robot(5)
    try:
        robot.run(program)
        outcome = "ok"
    except (RuntimeError, ValueError) as error:
        outcome = f"{type(error).__name__}: {error}"
    print(f"{program!r:10} {robot.position} {robot.heading} {len(robot.trail)} {outcome}")
