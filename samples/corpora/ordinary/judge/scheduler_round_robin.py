from collections import deque


def task(name, steps):
    for i in range(1, steps + 1):
        yield f"{name}{i}"
    return f"{name} finished after {steps}"


class Scheduler:
    def __init__(self, quantum=1):
        self.quantum = quantum
        self.ready = deque()
        self.trace = []
        self.results = {}

    def add(self, name, generator):
        self.ready.append((name, generator))

    def run(self):
        while self.ready:
            name, generator = self.ready.popleft()
            for _ in range(self.quantum):
                try:
                    self.trace.append(next(generator))
                except StopIteration as stop:
                    self.results[name] = stop.value
                    break
            else:
                self.ready.append((name, generator))


for quantum in (1, 2, 5):
    scheduler = Scheduler(quantum)
    for name, steps in (("a", 3), ("b", 1), ("c", 4)):
        scheduler.add(name, task(name, steps))
    scheduler.run()
    print(quantum, " ".join(scheduler.trace))
    print(list(scheduler.results))
print(scheduler.results["c"])


def delegating():
    first = yield from task("x", 2)
    second = yield from task("y", 1)
    return first, second


g = delegating()
print(list(iter(lambda: next(g, None), None)))
rotated = deque(range(6), maxlen=6)
rotated.rotate(2)
rotated.append(99)
print(rotated, list(rotated)[0])
