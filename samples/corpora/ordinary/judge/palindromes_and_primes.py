def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


def is_palindrome(n):
    s = str(n)
    return s == s[::-1]


def primes():
    yield 2
    n = 3
    while True:
        if is_prime(n):
            yield n
        n += 2


from itertools import islice, takewhile

print(list(islice(primes(), 15)))
print([p for p in takewhile(lambda p: p < 1000, primes()) if is_palindrome(p)])
emirps = [p for p in takewhile(lambda p: p < 200, primes()) if is_prime(int(str(p)[::-1])) and not is_palindrome(p)]
print(emirps)
products = sorted({a * b for a in range(90, 100) for b in range(90, 100) if is_palindrome(a * b)}, reverse=True)
print(products)


def lychrel(n, limit=30):
    for steps in range(limit):
        if is_palindrome(n):
            return steps, n
        n += int(str(n)[::-1])
    return None


for n in (56, 57, 59, 89, 196):
    print(n, lychrel(n))
gaps = {}
previous = 2
for p in takewhile(lambda p: p < 500, primes()):
    gaps.setdefault(p - previous, (previous, p))
    previous = p
print({g: gaps[g] for g in sorted(gaps) if g})
