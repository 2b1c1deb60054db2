"""Idiom: enums by the functional API, here a traffic light, priorities and permissions."""

from enum import Enum, Flag, IntEnum, auto, unique

Colour = Enum("Colour", "RED AMBER GREEN")
Priority = IntEnum("Priority", [("LOW", 10), ("NORMAL", 20), ("URGENT", 30)])
Permission = Flag("Permission", ["EXECUTE", "WRITE", "READ"])


@unique
class Signal(Enum):
    """A light and how long it shows, in seconds."""

    STOP = (Colour.RED, 30)
    READY = (Colour.AMBER, 3)
    GO = (Colour.GREEN, 25)

    def __init__(self, colour, seconds):
        self.colour = colour
        self.seconds = seconds

    @property
    def following(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


class Shell(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    @classmethod
    def _missing_(cls, value):
        return cls.BASH if value == "sh" else None

    BASH = auto()
    ZSH = auto()


print(list(Colour), Colour(2), Colour["GREEN"].value, Colour.RED.name)
print(sorted(Priority, reverse=True), Priority.URGENT > 25, Priority.LOW + Priority.NORMAL)

signal = Signal.STOP
for _ in range(4):
    print(f"{signal.name:<5} {signal.colour.name:<5} {signal.seconds:>2}s -> {signal.following}")
    signal = signal.following

rights = Permission.READ | Permission.WRITE
print(rights, rights.value, Permission.EXECUTE in rights, list(rights), ~rights)
print(Permission(5), bool(rights & Permission.EXECUTE), Permission.READ ^ rights)
print([shell.value for shell in Shell], Shell("sh"), Shell("zsh") is Shell.ZSH)
print(list(Priority.__members__.items())[0], Colour.RED == 1, Priority.LOW == 10)
print({Colour.RED: "stop"}[Colour["RED"]], type(Colour.AMBER), isinstance(rights, Permission))
