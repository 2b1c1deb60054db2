GRID = """
....##....
..##..##..
.#......#.
.#..##..#.
.#..##..#.
.#......#.
..##..##..
....##....
""".strip().splitlines()


def fill(grid, x, y, mark):
    cells = [list(row) for row in grid]
    old = cells[y][x]
    if old == mark:
        return cells, 0
    stack, count = [(x, y)], 0
    while stack:
        x, y = stack.pop()
        if 0 <= y < len(cells) and 0 <= x < len(cells[0]) and cells[y][x] == old:
            cells[y][x] = mark
            count += 1
            stack.extend([(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)])
    return cells, count


def regions(grid):
    cells = [list(row) for row in grid]
    found = []
    for y in range(len(cells)):
        for x in range(len(cells[0])):
            if cells[y][x] in ".#":
                kind = cells[y][x]
                cells, size = fill(cells, x, y, " ")
                found.append((kind, size, (x, y)))
    return found


cells, count = fill(GRID, 3, 3, "o")
print("\n".join(map("".join, cells)))
print("filled", count)
cells, count = fill(GRID, 0, 0, "~")
print("\n".join("".join(row) for row in cells))
print("filled", count)
for kind, size, start in regions(GRID):
    print(repr(kind), size, start)
