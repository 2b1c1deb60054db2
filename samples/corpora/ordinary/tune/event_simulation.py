import heapq
import random

random.seed(2024)


class Simulation:
    def __init__(self):
        self.now = 0.0
        self.queue = []
        self.counter = 0

    def schedule(self, delay, action, *args):
        self.counter += 1
        heapq.heappush(self.queue, (self.now + delay, self.counter, action, args))

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.queue)
            action(*args)


sim = Simulation()
waiting = []
served = []


def arrive(number):
    print(f"{sim.now:7.2f} customer {number} arrives, {len(waiting)} waiting")
    waiting.append((sim.now, number))
    sim.schedule(random.uniform(1, 5), arrive, number + 1)


def serve():
    if waiting:
        when, number = waiting.pop(0)
        served.append(sim.now - when)
        print(f"{sim.now:7.2f} customer {number} served after {sim.now - when:.2f}")
    sim.schedule(random.expovariate(1 / 4), serve)


sim.schedule(0, arrive, 1)
sim.schedule(2, serve)
sim.run(until=30)
print("served", len(served), "average wait", round(sum(served) / len(served), 3))
