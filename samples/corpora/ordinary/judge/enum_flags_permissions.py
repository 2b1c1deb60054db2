from enum import Enum, Flag, auto, unique


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


@unique
class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / self.radius ** 2


def letters(p):
    return "".join(c if flag in p else "-" for c, flag in zip("rwx", (Permission.READ, Permission.WRITE, Permission.EXECUTE)))


users = {"root": Permission.ALL, "ann": Permission.READ | Permission.WRITE, "bob": Permission.READ, "eve": Permission(0)}
for name, p in users.items():
    print(f"{name:<5}{letters(p)} {p.value} {bool(p & Permission.WRITE)}")
print(Permission.WRITE in users["ann"], Permission.EXECUTE in users["ann"])
print(letters(users["ann"] ^ Permission.ALL), letters(~Permission.READ))
for planet in Planet:
    print(f"{planet.name.title():<8}{planet.gravity:6.2f}")
print(Planet["EARTH"].mass / Planet.MARS.mass, len(Planet), Planet.MARS is Planet((6.421e23, 3.3972e6)))


class Weekday(Enum):
    MON, TUE, WED, THU, FRI, SAT, SUN = range(1, 8)

    def is_weekend(self):
        return self.value > 5


print([d.name for d in Weekday if d.is_weekend()], Weekday(3).name, Weekday.MON == 1)
