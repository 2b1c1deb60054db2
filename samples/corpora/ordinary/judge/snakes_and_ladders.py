import random

JUMPS = {4: 14, 9: 31, 20: 38, 28: 84, 40: 59, 51: 67, 63: 81, 71: 91, 17: 7, 54: 34, 62: 19, 87: 24, 93: 73, 99: 78}


def play(rng, players=("Red", "Blue"), log=None):
    position = dict.fromkeys(players, 0)
    turn = 0
    while True:
        player = players[turn % len(players)]
        roll = rng.randint(1, 6)
        target = position[player] + roll
        if target <= 100:
            landed = JUMPS.get(target, target)
            if log is not None and landed != target:
                log.append(f"turn {turn}: {player} {'climbs' if landed > target else 'slides'} {target} to {landed}")
            position[player] = landed
        turn += 1
        if position[player] == 100:
            return player, turn, position


log = []
winner, turns, position = play(random.Random(11), log=log)
print("\n".join(log[:6]))
print(winner, "wins after", turns, "turns;", position)
wins = {"Red": 0, "Blue": 0}
lengths = []
rng = random.Random(3)
for _ in range(200):
    winner, turns, _ = play(rng)
    wins[winner] += 1
    lengths.append(turns)
print(wins, min(lengths), max(lengths), sum(lengths) / len(lengths))
