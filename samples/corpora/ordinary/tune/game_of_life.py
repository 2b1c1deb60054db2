def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {key for key, n in counts.items() if n == 3 or (n == 2 and key in cells)}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
cells = glider
for generation in range(5):
    print("generation", generation, "alive", len(cells))
    show(cells, 8, 6)
    cells = step(cells)

blinker = {(1, 0), (1, 1), (1, 2)}
assert step(step(blinker)) == blinker
print(sorted(step(blinker)))
