from fractions import Fraction
from math import comb, factorial, gcd, isqrt, lcm, perm, prod


def egyptian(f):
    parts = []
    while f:
        n = -(-f.denominator // f.numerator)
        parts.append(Fraction(1, n))
        f -= parts[-1]
    return parts


def continued(f):
    out = []
    while True:
        whole = f.numerator // f.denominator
        out.append(whole)
        f -= whole
        if f == 0:
            return out
        f = 1 / f


for f in (Fraction(5, 6), Fraction(4, 13), Fraction(7, 15)):
    print(f, "=", " + ".join(map(str, egyptian(f))), continued(f))
print(gcd(84, 36), lcm(4, 6, 9), isqrt(99), comb(10, 3), perm(5, 2), factorial(12), prod([1, 2, 3, 4]))
harmonic = sum((Fraction(1, n) for n in range(1, 11)), Fraction(0))
print(harmonic, float(harmonic))
bernoulli = []
for m in range(9):
    b = Fraction(1) if m == 0 else -sum((comb(m + 1, k) * bernoulli[k] for k in range(m)), Fraction(0)) / (m + 1)
    bernoulli.append(b)
print([str(b) for b in bernoulli])
catalan = [comb(2 * n, n) // (n + 1) for n in range(10)]
print(catalan)
triples = [(a, b, isqrt(a * a + b * b)) for a in range(1, 25) for b in range(a, 25) if isqrt(a * a + b * b) ** 2 == a * a + b * b]
print([t for t in triples if gcd(*t) == 1])
