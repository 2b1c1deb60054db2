VALUES = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def to_roman(number):
    if not 0 < number < 4000:
        raise ValueError(f"cannot write {number} in Roman numerals")
    out = []
    for value, letters in VALUES:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def from_roman(text):
    total = 0
    index = 0
    for value, letters in VALUES:
        while text.startswith(letters, index):
            total += value
            index += len(letters)
    if index != len(text):
        raise ValueError("not a Roman numeral: " + text)
    return total


for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    roman = to_roman(n)
    assert from_roman(roman) == n
    print(f"{n:>5} {roman}")

for bad in (0, 4000, -3):
    try:
        to_roman(bad)
    except ValueError as e:
        print("error:", e)
try:
    from_roman("MCQ")
except ValueError as e:
    print("error:", e)
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)))
