"""A small bank with accounts, transfers and a statement."""


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(f"{self.owner} has only {self.balance}, needs {amount}")
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)


def main():
    alice = Account("Alice", 100)
    bob = Account("Bob")
    transfer(alice, bob, 30)
    print(alice, bob)
    try:
        transfer(bob, alice, 500)
    except InsufficientFunds as error:
        print("failed:", error)
    try:
        bob.deposit(-5)
    except ValueError as error:
        print("failed:", error)
    for account in (alice, bob):
        print(account.owner)
        for kind, amount in account.history:
            print(f"  {kind:<10}{amount:>8}")
        print(f"  {'balance':<10}{account.balance:>8}")


if __name__ == "__main__":
    main()
