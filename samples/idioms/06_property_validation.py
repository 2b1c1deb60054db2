"""Idiom: properties validate and derive values, here a thermostat with two scales."""


class Thermostat:
    """Keeps its target within the range of the heater it drives."""

    LOWEST, HIGHEST = 5.0, 30.0

    def __init__(self, celsius=20.0, name="hall"):
        self.name = name
        self._history = []
        self.celsius = celsius

    @property
    def celsius(self):
        """The target temperature in degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError("a temperature is a number")
        if not self.LOWEST <= value <= self.HIGHEST:
            raise ValueError("out of range")
        self._celsius = float(value)
        self._history.append(self._celsius)

    @celsius.deleter
    def celsius(self):
        self._celsius = self.LOWEST
        self._history.append("reset")

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @property
    def history(self):
        return tuple(self._history)


hall = Thermostat()
hall.fahrenheit = 77
print(hall.name, hall.celsius, f"{hall.fahrenheit:.1f}")
for wanted in (18, 31, "warm", True, 5):
    try:
        hall.celsius = wanted
        print(f"{wanted!r:>7}: set to {hall.celsius}")
    except (TypeError, ValueError) as error:
        print(f"{wanted!r:>7}: {type(error).__name__}, still {hall.celsius}")
del hall.celsius
try:
    hall.history = ()
except AttributeError:
    print("history is read-only")
print(hall.celsius, hall.history, Thermostat.celsius.__doc__)
