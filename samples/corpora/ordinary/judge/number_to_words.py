ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")
    for size, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand")):
        if n >= size:
            count, rest = divmod(n, size)
            return f"{words(count)} {name}" + (f" {words(rest)}" if rest else "")


def ordinal(n):
    if 10 <= n % 100 <= 20:
        suffix = "th"
    else:
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


for n in (0, 7, 13, 21, 40, 99, 100, 115, 342, 1000, 1001, 12345, 1000000, 987654321, -15):
    print(f"{n:>12,}  {words(n)}")
print(" ".join(ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)))
letters = sum(len(words(n).replace(" ", "").replace("-", "")) for n in range(1, 1001))
print(letters)
print(max(range(1, 1000), key=lambda n: len(words(n))), min(range(100), key=words))
