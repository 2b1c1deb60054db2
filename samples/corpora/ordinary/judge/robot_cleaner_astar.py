import heapq

ROOM = [
    "S....#....",
    ".##..#.##.",
    ".#......#.",
    ".#.####.#.",
    "...#..#...",
    "##.#..#.##",
    "...........",
    ".######.##G",
]


def locate(mark):
    return next((x, y) for y, row in enumerate(ROOM) for x, c in enumerate(row) if c == mark)


def neighbours(x, y):
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        nx, ny = x + dx, y + dy
        if 0 <= ny < len(ROOM) and 0 <= nx < len(ROOM[ny]) and ROOM[ny][nx] != "#":
            yield nx, ny


def a_star(start, goal):
    def guess(p):
        return abs(p[0] - goal[0]) + abs(p[1] - goal[1])

    frontier = [(guess(start), 0, start)]
    cost, parent = {start: 0}, {}
    expanded = 0
    while frontier:
        _, spent, here = heapq.heappop(frontier)
        if here == goal:
            path = [here]
            while path[-1] != start:
                path.append(parent[path[-1]])
            return path[::-1], expanded
        expanded += 1
        for n in neighbours(*here):
            if n not in cost or spent + 1 < cost[n]:
                cost[n] = spent + 1
                parent[n] = here
                heapq.heappush(frontier, (spent + 1 + guess(n), spent + 1, n))
    return None, expanded


path, expanded = a_star(locate("S"), locate("G"))
print("length", len(path) - 1)
for y, row in enumerate(ROOM):
    print("".join("+" if (x, y) in path and c == "." else c for x, c in enumerate(row)))
print(a_star((4, 4), (0, 0))[0])
