"""Construct: nonlocal rebinds a variable of an enclosing function."""


def account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(amount)
        return balance

    def nested():
        def deepest():
            nonlocal balance, history
            balance, history = balance * 2, [*history, "doubled"]
        deepest()
        return history

    def forget():
        nonlocal balance
        del balance

    return deposit, nested, forget, lambda: (balance, history)


deposit, nested, forget, look = account(10)
print(deposit(5), deposit(1), nested(), look(), account(0)[3]())
forget()
try:
    look()
except NameError as error:
    print(type(error).__name__)
print(deposit.__code__.co_freevars, look.__code__.co_freevars, account.__code__.co_cellvars)
