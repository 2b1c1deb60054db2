"""Idiom: contextlib.contextmanager brackets work, here transactions over an account book."""

from contextlib import ExitStack, contextmanager, suppress

events = []


class Overdrawn(Exception):
    """Raised when an account would fall below zero."""


@contextmanager
def transaction(accounts, name):
    """Give a working copy; publish it on success, drop it when the block fails."""
    draft = dict(accounts)
    events.append(f"begin {name}")
    try:
        yield draft
    except Overdrawn:
        events.append(f"roll back {name}")
        raise
    else:
        accounts.update(draft)
        events.append(f"commit {name}")
    finally:
        events.append(f"end {name}")


def transfer(accounts, source, target, amount):
    accounts[target] += amount
    accounts[source] -= amount
    if accounts[source] < 0:
        raise Overdrawn


@contextmanager
def audited(title):
    events.append(f"<{title}>")
    yield title.upper()
    events.append(f"</{title}>")


@audited("month-end")
def month_end(accounts):
    with transaction(accounts, "rent") as draft:
        transfer(draft, "ada", "landlord", 70)
    with suppress(Overdrawn), transaction(accounts, "car") as draft:
        transfer(draft, "ada", "dealer", 500)


bank = {"ada": 100, "landlord": 0, "dealer": 20}
month_end(bank)
with ExitStack() as stack:
    opened = [stack.enter_context(audited(name)) for name in ("north", "south")]
    stack.callback(events.append, "last in, first out")
    events.append(f"inside {' and '.join(opened)}")
print("\n".join(events))
print(bank, sum(bank.values()))
