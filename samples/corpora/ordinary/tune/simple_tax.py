BRACKETS = [(0, 0.0), (11_000, 0.20), (18_000, 0.25), (31_000, 0.35), (60_000, 0.48)]


def tax(income):
    total = 0.0
    for i, (start, rate) in enumerate(BRACKETS):
        end = BRACKETS[i + 1][0] if i + 1 < len(BRACKETS) else float("inf")
        if income > start:
            total += (min(income, end) - start) * rate
    return total


def bracket(income):
    return max(i for i, (start, _) in enumerate(BRACKETS) if income >= start)


print(f"{'income':>10} {'tax':>10} {'rate':>7} bracket")
for income in (0, 10_000, 11_000, 18_500, 31_000, 60_001, 250_000):
    due = tax(income)
    rate = due / income if income else 0
    print(f"{income:>10,} {due:>10,.2f} {rate:>7.1%} {bracket(income)}")
low, high = 0, 200_000
while high - low > 1:
    middle = (low + high) // 2
    if middle - tax(middle) < 40_000:
        low = middle
    else:
        high = middle
print("for 40,000 net one needs", high)
steps = [tax(i + 1000) - tax(i) for i in range(10_000, 15_000, 1000)]
print([round(s, 2) for s in steps])
