ratings = {
    "Ann": {"Alien": 5, "Brazil": 3, "Casablanca": 4},
    "Ben": {"Alien": 4, "Casablanca": 2, "Dune": 5},
    "Cat": {"Brazil": 5, "Casablanca": 5, "Dune": 1},
}


def average_by_movie(data):
    sums = {}
    for scores in data.values():
        for movie, score in scores.items():
            total, n = sums.get(movie, (0, 0))
            sums[movie] = (total + score, n + 1)
    return {movie: total / n for movie, (total, n) in sums.items()}


def similarity(a, b):
    shared = set(ratings[a]) & set(ratings[b])
    if not shared:
        return 0
    distance = sum((ratings[a][m] - ratings[b][m]) ** 2 for m in shared)
    return 1 / (1 + distance)


for movie, mean in sorted(average_by_movie(ratings).items(), key=lambda kv: -kv[1]):
    print(f"{movie:<12}{mean:.2f} {'*' * round(mean)}")
people = list(ratings)
for i, a in enumerate(people):
    for b in people[i + 1:]:
        print(a, b, round(similarity(a, b), 4))
unseen = {p: sorted(set(average_by_movie(ratings)) - set(ratings[p])) for p in people}
print(unseen)
