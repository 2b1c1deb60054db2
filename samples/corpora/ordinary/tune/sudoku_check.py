BOARD = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""

board = [[0 if c == "." else int(c) for c in row] for row in BOARD.split()]


def candidates(b, r, c):
    used = set(b[r]) | {b[i][c] for i in range(9)}
    r0, c0 = r // 3 * 3, c // 3 * 3
    used |= {b[i][j] for i in range(r0, r0 + 3) for j in range(c0, c0 + 3)}
    return [n for n in range(1, 10) if n not in used]


def solve(b):
    global steps
    steps += 1
    empty = [(len(candidates(b, r, c)), r, c) for r in range(9) for c in range(9) if b[r][c] == 0]
    if not empty:
        return True
    _, r, c = min(empty)
    for n in candidates(b, r, c):
        b[r][c] = n
        if solve(b):
            return True
    b[r][c] = 0
    return False


def valid(b):
    groups = [row for row in b] + [list(col) for col in zip(*b)]
    groups += [[b[r + i][c + j] for i in range(3) for j in range(3)] for r in (0, 3, 6) for c in (0, 3, 6)]
    return all(sorted(g) == list(range(1, 10)) for g in groups)


steps = 0
print(sum(row.count(0) for row in board), "empty cells")
print(candidates(board, 0, 2), candidates(board, 4, 4))
print(solve(board), steps)
for i, row in enumerate(board):
    if i in (3, 6):
        print("------+-------+------")
    print(" | ".join(" ".join(map(str, row[j:j + 3])) for j in (0, 3, 6)))
print(valid(board))
