def pascal(rows):
    row = [1]
    for _ in range(rows):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


rows = list(pascal(10))
width = len("  ".join(map(str, rows[-1])))
for row in rows:
    print("  ".join(map(str, row)).center(width).rstrip())
print([sum(row) for row in rows])
print("diagonal:", [row[2] for row in rows if len(row) > 2])
print("odd pattern:")
for row in pascal(16):
    print("".join("*" if n % 2 else " " for n in row).center(16).rstrip())
