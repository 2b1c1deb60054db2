def luhn(number):
    digits = [int(d) for d in str(number) if d.isdigit()]
    total = 0
    for i, d in enumerate(reversed(digits)):
        if i % 2:
            d *= 2
            if d > 9:
                d -= 9
        total += d
    return total % 10 == 0


def isbn13(code):
    digits = code.replace("-", "")
    if len(digits) != 13 or not digits.isdigit():
        return False
    return sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0


def isbn10_check(code):
    total = sum((10 - i) * int(d) for i, d in enumerate(code))
    remainder = -total % 11
    return "X" if remainder == 10 else str(remainder)


for card in ("4539 1488 0343 6467", "8273 1232 7352 0569", "79927398713", "0"):
    print(card, "valid" if luhn(card) else "invalid")
for isbn in ("978-0-306-40615-7", "978-0-306-40615-8", "abc"):
    print(isbn, isbn13(isbn))
for start in ("030640615", "080442957"):
    print(start + isbn10_check(start))
missing = [d for d in range(10) if luhn(f"7992739871{d}")]
print("check digit:", missing)


def parity(bits):
    return bits.count("1") % 2


print([parity(f"{n:b}") for n in range(16)])
print(sum(map(ord, "checksum")) % 256, hex(sum(map(ord, "checksum")) % 256))
