def score(rolls):
    total = 0
    index = 0
    frames = []
    for _ in range(10):
        if rolls[index] == 10:
            points = 10 + rolls[index + 1] + rolls[index + 2]
            index += 1
        elif rolls[index] + rolls[index + 1] == 10:
            points = 10 + rolls[index + 2]
            index += 2
        else:
            points = rolls[index] + rolls[index + 1]
            index += 2
        total += points
        frames.append(total)
    return frames


GAMES = {
    "perfect": [10] * 12,
    "gutter": [0] * 20,
    "spares": [5] * 21,
    "mixed": [10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1],
}
for name, rolls in GAMES.items():
    frames = score(rolls)
    print(f"{name:>8}: {' '.join(f'{f:3}' for f in frames)} => {frames[-1]}")
try:
    score([1, 2, 3])
except IndexError:
    print("the game is not over")
best = max(GAMES, key=lambda name: score(GAMES[name])[-1])
print("best game:", best)
