class Polynomial:
    def __init__(self, *coefficients):
        cs = list(coefficients)
        while len(cs) > 1 and cs[0] == 0:
            cs.pop(0)
        self.cs = cs

    def __call__(self, x):
        result = 0
        for c in self.cs:
            result = result * x + c
        return result

    def __add__(self, other):
        n = max(len(self.cs), len(other.cs))
        a = [0] * (n - len(self.cs)) + self.cs
        b = [0] * (n - len(other.cs)) + other.cs
        return Polynomial(*(x + y for x, y in zip(a, b)))

    def __mul__(self, other):
        out = [0] * (len(self.cs) + len(other.cs) - 1)
        for i, a in enumerate(self.cs):
            for j, b in enumerate(other.cs):
                out[i + j] += a * b
        return Polynomial(*out)

    def derivative(self):
        n = len(self.cs) - 1
        return Polynomial(*(c * (n - i) for i, c in enumerate(self.cs[:-1]))) if n else Polynomial(0)

    def __str__(self):
        terms = []
        n = len(self.cs) - 1
        for i, c in enumerate(self.cs):
            if c:
                power = n - i
                body = "" if power == 0 else "x" if power == 1 else f"x^{power}"
                size = "" if abs(c) == 1 and body else str(abs(c))
                terms.append(("-" if c < 0 else "+", size + body))
        if not terms:
            return "0"
        text = " ".join(f"{sign} {term}" for sign, term in terms)
        return text[2:] if text[0] == "+" else "-" + text[2:]


def newton(p, x, steps=20):
    d = p.derivative()
    for _ in range(steps):
        x -= p(x) / d(x)
    return x


p = Polynomial(1, -3, 0, 2)
q = Polynomial(2, 1)
print(p, "|", q, "|", p + q, "|", p * q)
print(p.derivative(), "|", p.derivative().derivative(), "|", Polynomial(5).derivative())
print([p(x) for x in range(-2, 4)])
print(f"{newton(p, 3.0):.9f} {newton(Polynomial(1, 0, -2), 1.0):.9f}")
