def spiral(n):
    grid = [[0] * n for _ in range(n)]
    x = y = 0
    dx, dy = 1, 0
    for value in range(1, n * n + 1):
        grid[y][x] = value
        nx, ny = x + dx, y + dy
        if not (0 <= nx < n and 0 <= ny < n) or grid[ny][nx]:
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return grid


def rotate(grid):
    return [list(row) for row in zip(*grid[::-1])]


def show(grid):
    width = max(len(str(v)) for row in grid for v in row)
    for row in grid:
        print(" ".join(f"{v:{width}d}" for v in row))
    print()


def magic(n):
    square = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for v in range(1, n * n + 1):
        square[r][c] = v
        r2, c2 = (r - 1) % n, (c + 1) % n
        if square[r2][c2]:
            r2, c2 = (r + 1) % n, c
        r, c = r2, c2
    return square


show(spiral(4))
show(rotate(spiral(3)))
m = magic(5)
show(m)
print([sum(row) for row in m], [sum(col) for col in zip(*m)])
print(sum(m[i][i] for i in range(5)), sum(m[i][-1 - i] for i in range(5)))
