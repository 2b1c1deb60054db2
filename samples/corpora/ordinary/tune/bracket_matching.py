PAIRS = {")": "(", "]": "[", "}": "{"}


def check(text):
    stack = []
    for position, ch in enumerate(text):
        if ch in PAIRS.values():
            stack.append((ch, position))
        elif ch in PAIRS:
            if not stack:
                return f"unexpected {ch} at {position}"
            opening, where = stack.pop()
            if opening != PAIRS[ch]:
                return f"{ch} at {position} closes {opening} at {where}"
    if stack:
        return f"{stack[-1][0]} at {stack[-1][1]} is never closed"
    return "ok"


for text in ("", "()[]{}", "{[()()]}", "(]", "(()", "a * (b + c[1])", "}", "f(x[{1: (2)}])"):
    print(f"{text!r:<20} {check(text)}")


def generate(n, text="", opened=0):
    if n == 0 and opened == 0:
        yield text
    if n > 0:
        yield from generate(n - 1, text + "(", opened + 1)
    if opened > 0:
        yield from generate(n, text + ")", opened - 1)


for n in range(1, 5):
    found = list(generate(n))
    print(n, len(found), found[:5])
print(all(check(t) == "ok" for t in generate(6)))


def depth(text):
    best = now = 0
    for ch in text:
        now += (ch == "(") - (ch == ")")
        best = max(best, now)
    return best


print([depth(t) for t in generate(3)])
