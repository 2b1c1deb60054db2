import random
from collections import deque


class Customer:
    count = 0

    def __init__(self, arrived, work):
        Customer.count += 1
        self.number = Customer.count
        self.arrived = arrived
        self.work = work


def simulate(minutes, tellers, seed):
    rng = random.Random(seed)
    line = deque()
    busy = [0] * tellers
    waits = []
    longest = 0
    for minute in range(minutes):
        if rng.random() < 0.6:
            line.append(Customer(minute, rng.randint(1, 6)))
        for i in range(tellers):
            if busy[i] > 0:
                busy[i] -= 1
            elif line:
                customer = line.popleft()
                waits.append(minute - customer.arrived)
                busy[i] = customer.work
        longest = max(longest, len(line))
    return waits, longest


for tellers in (1, 2, 3):
    waits, longest = simulate(240, tellers, seed=99)
    mean = sum(waits) / len(waits)
    print(f"{tellers} tellers: served {len(waits)}, mean wait {mean:.1f}, max {max(waits)}, longest line {longest}")
print("customers:", Customer.count)
