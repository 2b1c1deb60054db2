from enum import Enum


class Light(Enum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"


NEXT = {Light.RED: Light.GREEN, Light.GREEN: Light.YELLOW, Light.YELLOW: Light.RED}
SECONDS = {Light.RED: 30, Light.GREEN: 25, Light.YELLOW: 5}


class Controller:
    def __init__(self):
        self.state = Light.RED
        self.elapsed = 0
        self.log = []

    def tick(self):
        self.elapsed += SECONDS[self.state]
        old = self.state
        self.state = NEXT[self.state]
        self.log.append((self.elapsed, old, self.state))


controller = Controller()
for _ in range(7):
    controller.tick()
for when, old, new in controller.log:
    minutes, seconds = divmod(when, 60)
    print(f"{minutes:02d}:{seconds:02d} {old.name} -> {new.name}")
print(Light("green"), list(Light))
print(controller.state.value)
try:
    Light("blue")
except ValueError:
    print("no blue light")
