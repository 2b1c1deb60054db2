class Account_N:
    def __init__(self, owner, limit=100):
        self.owner = owner
        self.limit = limit
        self.entries = []

    def add(self, amount, note=""):
        if amount < -self.limit:
            raise ValueError(f"{self.owner}: {amount} is too much")
        self.entries.append((amount, note))
        return self

    def total(self):
        return sum(amount for amount, _ in self.entries)


def words_N(text):
    counts = {}
    for word in text.lower().split():
        word = word.strip(".,;")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def primes_N(limit):
    sieve = [True] * (limit + 1)
    found = []
    for number in range(2, limit + 1):
        if sieve[number]:
            found.append(number)
            for multiple in range(number * number, limit + 1, number):
                sieve[multiple] = False
    return found


def table_N(rows):
    widths = [max(len(str(row[place])) for row in rows) for place in range(2)]
    lines = []
    for name, value in rows:
        lines.append(f"{name:<{widths[0]}}  {value:>{widths[1]}}")
    return "\n".join(lines)


def show_N():
    account = Account_N("N")
    for amount in primes_N(20):
        account.add(amount, note=f"prime {amount}")
    print(account.total(), len(account.entries))
    print(table_N(words_N("to be, or not to be; that is the question.")))


show_N()
