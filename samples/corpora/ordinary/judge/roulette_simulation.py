import random

RED = {1, 3, 5, 7, 9, 12, 14, 16, 18, 19, 21, 23, 25, 27, 30, 32, 34, 36}


def color(n):
    return "green" if n == 0 else "red" if n in RED else "black"


def martingale(rng, money, goal):
    stake, rounds = 1, 0
    while 0 < money < goal:
        stake = min(stake, money)
        rounds += 1
        if color(rng.randrange(37)) == "red":
            money += stake
            stake = 1
        else:
            money -= stake
            stake *= 2
    return money >= goal, rounds


rng = random.Random(1234)
spins = [rng.randrange(37) for _ in range(2000)]
counts = {c: sum(color(n) == c for n in spins) for c in ("red", "black", "green")}
print(counts, sum(counts.values()))
print(spins[:15])
wins, lengths = 0, []
for _ in range(100):
    won, rounds = martingale(rng, 50, 80)
    wins += won
    lengths.append(rounds)
print(f"won {wins} of 100, rounds {min(lengths)} to {max(lengths)}, mean {sum(lengths) / 100:.1f}")
longest = run = 0
for n in spins:
    run = run + 1 if color(n) == "black" else 0
    longest = max(longest, run)
print("longest black run:", longest)
top = sorted(range(37), key=lambda n: (-spins.count(n), n))[:5]
print([(n, spins.count(n)) for n in top])
