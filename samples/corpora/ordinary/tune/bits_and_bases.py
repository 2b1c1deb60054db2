def to_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n == 0:
        return "0"
    sign = "-" if n < 0 else ""
    n = abs(n)
    out = ""
    while n:
        n, r = divmod(n, base)
        out = digits[r] + out
    return sign + out


for n in (0, 5, 255, -42, 1000000):
    print(n, to_base(n, 2), to_base(n, 8), to_base(n, 16), to_base(n, 36))
print(bin(10), oct(64), hex(255), int("ff", 16), int("1010", 2), int("zz", 36))
print(f"{42:b} {42:o} {42:x} {42:X} {42:#b} {42:08b} {1234567:,} {1234567:_}")
a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, a << 2, a >> 1, ~a)
print([bin(x).count("1") for x in range(16)])
print((1 << 100) - 1)
print((255).bit_length(), (2 ** 64).to_bytes(9, "big"), int.from_bytes(b"\x01\x00", "big"))


def gray(n):
    return [format(i ^ (i >> 1), f"0{n}b") for i in range(1 << n)]


print(gray(3))
print(all(to_base(n, 7) == to_base(int(to_base(n, 7), 7), 7) for n in range(200)))
