"""Construct: guards run after a pattern matched, and alternatives bind the same names."""

log = []


def check(label, result):
    log.append(label)
    return result


def sort(value):
    match value:
        case int(n) | [int(n)] | {"n": n} if check("small", n < 10):
            return "small", n
        case int(n) | [n] if check("even", n % 2 == 0):
            return "even", n
        case (1 | 2 as low, 3 | 4 as high) | {"low": low, "high": high}:
            return "bounds", low, high
        case [str() | None as first, *others] as whole if check("whole", whole):
            return "list", first, len(others)
    return "nothing"


for value in (5, [7], {"n": 1}, 12, 13, [14], (2, 4), (2, 5), {"low": 0, "high": 9}, [None, 1],
              ("x",), []):
    try:
        print(value, sort(value), log)
    except TypeError as error:
        print(value, type(error).__name__, log)
    log.clear()

match {"a": 1}:
    case {"a": kept} if kept > 5:
        print("never")
print("bound although the guard failed:", kept)
match = case = _ = "still names"
print(match, case, _)
