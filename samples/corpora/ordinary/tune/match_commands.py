from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(value):
    match value:
        case None:
            return "nothing"
        case bool():
            return f"truth {value}"
        case int() | float() if value < 0:
            return "negative"
        case 0:
            return "zero"
        case int(n):
            return f"int {n}"
        case str() as s if len(s) > 5:
            return f"long text {s[:5]}..."
        case str(s):
            return f"text {s}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y):
            return f"point {x},{y}"
        case [first, *rest]:
            return f"list of {first} and {len(rest)} more"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **others}:
            return f"{kind} with {sorted(others)}"
        case _:
            return "something else"


def command(line):
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as way]:
            return f"walking {way}"
        case ["take", item]:
            return f"took the {item}"
        case ["drop", *items] if items:
            return "dropped " + " and ".join(items)
        case ["quit" | "exit"]:
            return "bye"
        case _:
            return f"I do not understand {line!r}"


for v in (None, True, -2.5, 0, 7, "hi", "something long", Point(0, 0), Point(1, 2), [1, 2, 3],
          {"type": "circle", "r": 2}, {"type": "box", "w": 1, "h": 2}, 1.5):
    print(describe(v))
for line in ("go north", "go up", "take lamp", "drop key sword", "drop", "exit"):
    print(command(line))
