"""Construct: else of a loop runs unless the loop was left by break."""


def find(items, wanted):
    for item in items:
        if item == wanted:
            break
    else:
        item = "not found"
    return item


def halve(n):
    while n > 1:
        if n % 2:
            break
        n //= 2
    else:
        return "power of two"
    return n


def grid():
    for row in range(3):
        for column in range(3):
            if row * column == 2:
                break
        else:
            continue
        break
    return row, column


print(find("abc", "b"), find("abc", "z"), find([], 1))
print(halve(8), halve(12), halve(0), grid())
while []: pass
else: print("else without a round")
