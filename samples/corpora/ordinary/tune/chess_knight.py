MOVES = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


def square(name):
    return ord(name[0]) - ord("a"), int(name[1]) - 1


def name(x, y):
    return f"{chr(ord('a') + x)}{y + 1}"


def targets(x, y, n=8):
    for dx, dy in MOVES:
        if 0 <= x + dx < n and 0 <= y + dy < n:
            yield x + dx, y + dy


def distances(start):
    dist = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for pos in frontier:
            for t in targets(*pos):
                if t not in dist:
                    dist[t] = dist[pos] + 1
                    following.append(t)
        frontier = following
    return dist


def tour(n, start):
    path = [start]
    visited = {start}
    while len(path) < n * n:
        options = [t for t in targets(*path[-1], n) if t not in visited]
        if not options:
            return path
        best = min(options, key=lambda t: (sum(1 for u in targets(*t, n) if u not in visited), t))
        visited.add(best)
        path.append(best)
    return path


dist = distances(square("a1"))
for y in reversed(range(8)):
    print(y + 1, *(dist[x, y] for x in range(8)))
print(" ", *"abcdefgh")
print("from a1 to h8:", dist[square("h8")], "moves")
print(sorted(name(*t) for t in targets(*square("g1"))))
path = tour(5, (0, 0))
print(len(path), "squares:", " ".join(name(*p) for p in path))
