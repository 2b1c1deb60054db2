"""Construct: in asks __contains__, or else iterates, and compares by identity and equality."""

log = []


class Box:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            log.append(item)
            yield item


class Own(Box):
    def __contains__(self, item):
        log.append(f"asked {item}")
        return "truthy" if item in self.items else []


class Closed(Box):
    __contains__ = None


Never = type("Never", (), {"__eq__": lambda self, other: False})
never = Never()
print(2 in Box(1, 2, 3), 9 not in Box(1, 2), log)
log.clear()
print(1 in Own(1), 2 in Own(1), 2 not in Own(1), log)
print(never in [never], never in Box(never), Never() in [never])
print(never in {1: never}.values(), True in [1], "b" in "abc", "" in "")
print(5 in range(0, 10, 5), 1.0 in range(3), "k" in {"k": 0})
print(("k", 0) in {"k": 0}.items(), 98 in b"abc", b"bc" in b"abc", 3 in (n for n in [3]))
for action in (lambda: 1 in Closed(1), lambda: 1 in 5, lambda: 1 in "1", lambda: [] in {1},
               lambda: "a" in b"a", lambda: 300 in b"a"):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
