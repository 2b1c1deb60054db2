def divisors(n):
    small = [d for d in range(1, int(n ** 0.5) + 1) if n % d == 0]
    large = [n // d for d in reversed(small) if d * d != n]
    return small + large


def kind(n):
    s = sum(divisors(n)) - n
    if s == n:
        return "perfect"
    return "abundant" if s > n else "deficient"


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def lcm(*numbers):
    result = 1
    for n in numbers:
        result = result * n // gcd(result, n)
    return result


print([n for n in range(2, 1000) if kind(n) == "perfect"])
counts = {}
for n in range(1, 501):
    counts[kind(n)] = counts.get(kind(n), 0) + 1
print(counts)
for n in (12, 28, 97, 360):
    print(n, kind(n), divisors(n))
print(gcd(1071, 462), lcm(4, 6, 10), lcm(*range(1, 21)))
amicable = [(a, b) for a in range(2, 1500) if (b := sum(divisors(a)) - a) > a and sum(divisors(b)) - b == a]
print(amicable)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


longest = max(range(1, 1000), key=collatz)
print("longest collatz under 1000:", longest, collatz(longest))
digits = [n for n in range(10, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))]
print("armstrong:", digits)
