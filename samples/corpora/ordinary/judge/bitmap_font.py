FONT = {
    "0": [0b111, 0b101, 0b101, 0b101, 0b111],
    "1": [0b010, 0b110, 0b010, 0b010, 0b111],
    "2": [0b111, 0b001, 0b111, 0b100, 0b111],
    "3": [0b111, 0b001, 0b011, 0b001, 0b111],
    "4": [0b101, 0b101, 0b111, 0b001, 0b001],
    ":": [0b000, 0b010, 0b000, 0b010, 0b000],
}


def render(text, on="#", off=" "):
    rows = []
    for y in range(5):
        row = []
        for ch in text:
            bits = FONT.get(ch, [0] * 5)[y]
            row.append("".join(on if bits >> (2 - x) & 1 else off for x in range(3)))
        rows.append(off.join(row).rstrip())
    return rows


def invert(rows, width):
    return ["".join("#" if c == " " else " " for c in row.ljust(width)).rstrip() for row in rows]


for line in render("12:34"):
    print(line)
print()
for line in invert(render("40"), 9):
    print(line)
packed = {ch: int("".join(f"{b:03b}" for b in rows), 2) for ch, rows in FONT.items()}
for ch, value in packed.items():
    print(ch, value, f"{value:#06x}", bin(value).count("1"))
flipped = [int(f"{b:03b}"[::-1], 2) for b in FONT["2"]]
print(flipped, [a ^ b for a, b in zip(FONT["1"], FONT["4"])])
