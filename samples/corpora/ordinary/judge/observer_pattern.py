class Signal:
    def __init__(self):
        self._handlers = []

    def connect(self, handler):
        self._handlers.append(handler)
        return handler

    def disconnect(self, handler):
        self._handlers.remove(handler)

    def emit(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in self._handlers]


class Thermostat:
    def __init__(self, target):
        self.target = target
        self._temperature = None
        self.changed = Signal()

    @property
    def temperature(self):
        return self._temperature

    @temperature.setter
    def temperature(self, value):
        old, self._temperature = self._temperature, value
        if old != value:
            self.changed.emit(old=old, new=value)


thermostat = Thermostat(20)
log = []


@thermostat.changed.connect
def record(old, new):
    log.append((old, new))


@thermostat.changed.connect
def heat(old, new):
    if new < thermostat.target:
        print(f"{new}: heating on")
    elif new > thermostat.target:
        print(f"{new}: cooling on")
    else:
        print(f"{new}: all fine")


for value in (18, 19, 19, 20, 23):
    thermostat.temperature = value
thermostat.changed.disconnect(heat)
thermostat.temperature = 5
print(log)
print(len(log), "changes,", thermostat.temperature, "now")
try:
    thermostat.changed.disconnect(heat)
except ValueError:
    print("was not connected")
