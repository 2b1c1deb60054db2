import random


def exchange(people, couples, seed):
    rng = random.Random(seed)
    forbidden = {(a, a) for a in people}
    for a, b in couples:
        forbidden |= {(a, b), (b, a)}
    for attempt in range(1, 1000):
        receivers = people[:]
        rng.shuffle(receivers)
        pairs = list(zip(people, receivers))
        if not any(p in forbidden for p in pairs):
            return attempt, dict(pairs)
    raise RuntimeError("no exchange is possible")


def chains(pairs):
    left = dict(pairs)
    while left:
        start = min(left)
        chain = [start]
        while (nxt := left.pop(chain[-1])) != start:
            chain.append(nxt)
        yield chain


family = ["Ada", "Bea", "Carl", "Dan", "Elsa", "Finn"]
couples = [("Ada", "Dan"), ("Bea", "Carl")]
for seed in range(4):
    attempt, pairs = exchange(family, couples, seed)
    print(f"seed {seed}, attempt {attempt}:")
    for chain in chains(pairs):
        print("   ", " -> ".join(chain + chain[:1]))
try:
    exchange(["A", "B"], [("A", "B")], 1)
except RuntimeError as error:
    print("error:", error)
