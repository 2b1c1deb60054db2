class Cinema:
    def __init__(self, rows, seats):
        self.grid = [["."] * seats for _ in range(rows)]

    def book(self, code):
        row, seat = ord(code[0]) - ord("A"), int(code[1:]) - 1
        if row not in range(len(self.grid)) or seat not in range(len(self.grid[0])):
            raise LookupError("no seat " + code)
        if self.grid[row][seat] == "X":
            return False
        self.grid[row][seat] = "X"
        return True

    def together(self, n):
        for r, row in enumerate(self.grid):
            start = "".join(row).find("." * n)
            if start >= 0:
                return [f"{chr(ord('A') + r)}{start + i + 1}" for i in range(n)]
        return []

    def __str__(self):
        lines = ["  " + "".join(str(i % 10) for i in range(1, len(self.grid[0]) + 1))]
        lines += [f"{chr(ord('A') + r)} {''.join(row)}" for r, row in enumerate(self.grid)]
        return "\n".join(lines)


cinema = Cinema(3, 7)
for code in ("A3", "A3", "B1", "C7", "D1", "A6"):
    try:
        print(code, "booked" if cinema.book(code) else "taken")
    except LookupError as error:
        print("error:", error)
print(cinema)
for n in (3, 6, 7):
    print(n, cinema.together(n))
free = sum(row.count(".") for row in cinema.grid)
print(f"{free} free, {100 * free / 21:.1f}%")
