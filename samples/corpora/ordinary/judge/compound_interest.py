def balance(principal, rate, years, per_year=12):
    return principal * (1 + rate / per_year) ** (per_year * years)


def payment(loan, rate, months):
    r = rate / 12
    return loan * r / (1 - (1 + r) ** -months)


def schedule(loan, rate, months):
    pay = payment(loan, rate, months)
    rest = loan
    for month in range(1, months + 1):
        interest = rest * rate / 12
        rest -= pay - interest
        yield month, pay, interest, max(rest, 0)


print(f"{'years':>5} {'3%':>12} {'5%':>12} {'7%':>12}")
for years in (1, 5, 10, 20, 30):
    cells = " ".join(f"{balance(1000, r, years):12,.2f}" for r in (0.03, 0.05, 0.07))
    print(f"{years:>5} {cells}")
print()
total_interest = 0
for month, pay, interest, rest in schedule(12000, 0.06, 12):
    total_interest += interest
    if month % 3 == 0:
        print(f"month {month:2}: pay {pay:.2f}, interest {interest:6.2f}, left {rest:10.2f}")
print(f"interest in all: {total_interest:.2f}")


def years_to_double(rate):
    amount, years = 1.0, 0
    while amount < 2:
        amount *= 1 + rate
        years += 1
    return years


print({f"{r}%": years_to_double(r / 100) for r in (1, 2, 4, 8, 12)})
