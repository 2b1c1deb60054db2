def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(limit ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return [i for i, prime in enumerate(flags) if prime]


def factors(n, primes):
    found = {}
    for p in primes:
        if p * p > n:
            break
        while n % p == 0:
            found[p] = found.get(p, 0) + 1
            n //= p
    if n > 1:
        found[n] = found.get(n, 0) + 1
    return found


primes = sieve(1000)
print(len(primes), primes[:10], primes[-3:])
for n in (360, 997, 1001, 123456, 999999):
    parts = [f"{p}^{e}" if e > 1 else str(p) for p, e in factors(n, primes).items()]
    print(n, "=", " * ".join(parts))
twins = [(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2]
print(len(twins), twins[:5])
