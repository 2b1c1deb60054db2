import random


class Memory:
    def __init__(self, symbols, seed):
        self.cards = list(symbols * 2)
        random.Random(seed).shuffle(self.cards)
        self.open = [False] * len(self.cards)
        self.turns = 0

    def turn(self, i, j):
        if i == j or self.open[i] or self.open[j]:
            raise ValueError(f"cannot turn {i} and {j}")
        self.turns += 1
        if self.cards[i] == self.cards[j]:
            self.open[i] = self.open[j] = True
            return True
        return False

    def done(self):
        return all(self.open)

    def __str__(self):
        return " ".join(c if o else "?" for c, o in zip(self.cards, self.open))


def clever(game):
    known = {}
    hidden = iter(range(len(game.cards)))
    for i in hidden:
        symbol = game.cards[i]
        if symbol in known:
            game.turn(known.pop(symbol), i)
            continue
        known[symbol] = i
        j = next(hidden, None)
        if j is None:
            break
        other = game.cards[j]
        if not game.turn(i, j):
            if other in known:
                game.turn(known.pop(other), j)
            else:
                known[other] = j
        else:
            known.pop(symbol)
        print(f"{game.turns:2} {game}")


for seed in (1, 2):
    game = Memory("ABCDEF", seed)
    clever(game)
    print("done" if game.done() else "not done", "after", game.turns, "turns")
    try:
        game.turn(0, 0)
    except ValueError as error:
        print("error:", error)
