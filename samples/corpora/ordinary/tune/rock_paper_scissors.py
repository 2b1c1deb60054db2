import random
from collections import Counter
from enum import Enum, auto


class Move(Enum):
    ROCK = auto()
    PAPER = auto()
    SCISSORS = auto()

    def beats(self, other):
        return (self.value - other.value) % 3 == 1


def always_rock(history):
    return Move.ROCK


def copy_cat(history):
    return history[-1] if history else Move.PAPER


def make_random(seed):
    rng = random.Random(seed)

    def strategy(history):
        return rng.choice(list(Move))

    return strategy


def play(a, b, rounds):
    result = Counter()
    seen_a, seen_b = [], []
    for _ in range(rounds):
        x, y = a(seen_b), b(seen_a)
        seen_a.append(x)
        seen_b.append(y)
        if x == y:
            result["tie"] += 1
        elif x.beats(y):
            result["first"] += 1
        else:
            result["second"] += 1
    return result


print(play(always_rock, copy_cat, 10))
print(sorted(play(make_random(1), always_rock, 100).items()))
print(sorted(play(make_random(1), make_random(2), 1000).items()))
for a in Move:
    print(a.name, "beats", [b.name for b in Move if a.beats(b)])
