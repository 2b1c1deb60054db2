"""Construct: a closure sees the variable, not the value that it once had."""


def make():
    late = [lambda: i for i in range(3)]
    early = [lambda i=i: i for i in range(3)]
    made = [(lambda j: lambda: j)(i) for i in range(3)]
    return [[function() for function in group] for group in (late, early, made)]


def loop():
    functions = []
    for step in range(3):
        functions.append(lambda: (step, after))
    after = "bound later"
    results = [function() for function in functions]
    step = 99
    return results + [functions[0]()]


def recursive():
    countdown = lambda n: [n] + (countdown(n - 1) if n else [])
    kept, countdown = countdown, lambda n: ["replaced"]
    return kept(2)


print(make())
print(loop())
print(recursive(), [f() for f in (lambda: g for g in "ab")])
print([f() for f in [lambda: g for g in "ab"]])
