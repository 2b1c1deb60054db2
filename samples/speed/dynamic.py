"""Speed program: dynamic dispatch. M rounds over classes whose behaviour is looked up by name."""

import sys

MODULUS = 1_000_003


class Device:
    """Keeps a level, has one method for each command and one attribute for each reading."""

    gain = 3

    def __init__(self, level):
        self._level = level

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        self._level = value % MODULUS

    @property
    def output(self):
        return self.level * self.gain

    def on_raise(self, amount):
        self.level += amount * self.gain
        return self.level

    def on_lower(self, amount):
        self.level -= amount
        return self.level

    def on_swap(self, amount):
        self.level, previous = amount, self.level
        return previous


class Amplifier(Device):
    gain = 7

    @property
    def output(self):
        return self.level * self.gain + 1

    def on_lower(self, amount):
        self.level -= amount * 2
        return self.level + 1


class Proxy:
    """Forwards whatever it does not have to its target, and counts how often."""

    def __init__(self, target):
        self.target = target
        self.forwarded = 0

    def __getattr__(self, name):
        self.forwarded += 1
        return getattr(self.target, name)


def command_by_name(device, step):
    return getattr(device, COMMANDS[step % 3])(step)


def command_by_method(device, step):
    return device.on_raise(step) + device.on_lower(step)


def read_by_name(device, step):
    return getattr(device, READINGS[step % 3]) + step


COMMANDS = ("on_raise", "on_lower", "on_swap")
READINGS = ("level", "output", "gain")
HANDLERS = {"command": command_by_name, "method": command_by_method, "read": read_by_name}
ROUTES = ("command", "read", "method", "command", "read")


def checksum(rounds):
    devices = [Device(5), Amplifier(11), Proxy(Device(17)), Proxy(Amplifier(23))]
    total = 0
    for step in range(rounds):
        device = devices[step % 4]
        total += HANDLERS[ROUTES[step % 5]](device, step)
        total = (total * 31 + HANDLERS["read"](device, step)) % MODULUS
    forwarded = sum(device.forwarded for device in devices if isinstance(device, Proxy))
    return (total + forwarded) % MODULUS


def read_rounds(arguments):
    """Return M, a whole number of at least 0, or end with status 2."""
    try:
        (text,) = arguments
        rounds = int(text)
        if rounds < 0:
            raise ValueError
    except ValueError:
        print("usage: dynamic.py M (M is a whole number, 0 or more)", file=sys.stderr)
        sys.exit(2)
    return rounds


rounds = read_rounds(sys.argv[1:])
print(f"dynamic {rounds} {checksum(rounds)}")
