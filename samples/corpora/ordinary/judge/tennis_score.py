NAMES = ["love", "15", "30", "40"]


class Game:
    def __init__(self, first, second):
        self.players = (first, second)
        self.points = [0, 0]

    def won_by(self, player):
        self.points[self.players.index(player)] += 1

    @property
    def winner(self):
        a, b = self.points
        if max(a, b) >= 4 and abs(a - b) >= 2:
            return self.players[0 if a > b else 1]
        return None

    def __str__(self):
        a, b = self.points
        if self.winner:
            return f"game {self.winner}"
        if a >= 3 and b >= 3:
            if a == b:
                return "deuce"
            return "advantage " + self.players[0 if a > b else 1]
        if a == b:
            return NAMES[a] + " all"
        return f"{NAMES[a]}-{NAMES[b]}"


game = Game("Ash", "Bea")
for point in "ABABABABBAAA":
    game.won_by("Ash" if point == "A" else "Bea")
    print(point, game)
    if game.winner:
        break


def match(points, first="Ash", second="Bea"):
    games = {first: 0, second: 0}
    game = Game(first, second)
    for p in points:
        game.won_by(first if p == "A" else second)
        if game.winner:
            games[game.winner] += 1
            game = Game(first, second)
    return games, str(game)


print(match("AAAABBBBAABBABAAAAAB"))
try:
    game.won_by("Cat")
except ValueError:
    print("Cat does not play")
