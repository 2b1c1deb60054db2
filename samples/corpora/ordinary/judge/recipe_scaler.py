from fractions import Fraction

RECIPE = """\
2 1/2 cups flour
1 cup sugar
3/4 cup butter
2 eggs
1/8 tsp salt
"""


def parse(line):
    amount = Fraction(0)
    words = line.split()
    while words and words[0][0].isdigit():
        amount += Fraction(words.pop(0))
    return amount, " ".join(words)


def mixed(value):
    whole, rest = divmod(value, 1)
    if rest == 0:
        return str(whole)
    return f"{whole} {rest}" if whole else str(rest)


ingredients = [parse(line) for line in RECIPE.splitlines()]
for factor in (Fraction(1), Fraction(1, 2), Fraction(3), Fraction(5, 3)):
    print(f"times {factor}:")
    for amount, name in ingredients:
        print(f"  {mixed(amount * factor):>7} {name}")
total = sum(amount for amount, name in ingredients if name.startswith("cup"))
print("cups in all:", mixed(total), "=", float(total))
print(Fraction(3, 4) + Fraction(1, 6), Fraction("0.125"), Fraction(10, 4), Fraction(-7, 3) // 1)
print(max(ingredients)[1], min(ingredients)[1])
print(Fraction(22, 7).limit_denominator(5), Fraction(1, 3) < Fraction(34, 100))
