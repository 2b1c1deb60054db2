class Temperature:
    __slots__ = ("_celsius",)

    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def from_fahrenheit(cls, value):
        t = cls()
        t.fahrenheit = value
        return t

    @staticmethod
    def is_freezing(value):
        return value <= 0

    def __repr__(self):
        return f"{type(self).__name__}({self._celsius:g})"

    def __eq__(self, other):
        return isinstance(other, Temperature) and abs(self.celsius - other.celsius) < 1e-9

    def __format__(self, spec):
        if spec.endswith("F"):
            return format(self.fahrenheit, spec[:-1] + "f") + "F"
        return format(self.celsius, spec + "f") + "C"


t = Temperature(25)
print(t, t.fahrenheit, f"{t:.1}", f"{t:.1F}")
t.fahrenheit = 212
print(t, t == Temperature(100), t == 100)
print(Temperature.from_fahrenheit(-40), Temperature.is_freezing(-1))
for wrong in (-300, -1000.5):
    try:
        t.celsius = wrong
    except ValueError as error:
        print("rejected:", error)
try:
    t.color = "red"
except AttributeError:
    print("no other attributes")
print(t.celsius)
