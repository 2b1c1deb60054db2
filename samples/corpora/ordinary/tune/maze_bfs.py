from collections import deque

MAZE = [
    "#########",
    "#S..#...#",
    "#.#.#.#.#",
    "#.#...#.#",
    "#.#####.#",
    "#......E#",
    "#########",
]


def find(mark):
    for y, row in enumerate(MAZE):
        x = row.find(mark)
        if x >= 0:
            return x, y
    raise LookupError(f"no {mark} in the maze")


def solve(start, goal):
    queue = deque([start])
    came_from = {start: None}
    while queue:
        x, y = queue.popleft()
        if (x, y) == goal:
            break
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nxt = (x + dx, y + dy)
            if nxt not in came_from and MAZE[nxt[1]][nxt[0]] != "#":
                came_from[nxt] = (x, y)
                queue.append(nxt)
    path = []
    node = goal
    while node is not None:
        path.append(node)
        node = came_from[node]
    return path[::-1]


path = solve(find("S"), find("E"))
print("steps:", len(path) - 1)
grid = [list(row) for row in MAZE]
for x, y in path[1:-1]:
    grid[y][x] = "o"
print("\n".join("".join(row) for row in grid))
try:
    find("X")
except LookupError as e:
    print(e)
