"""Speed program: start-up. With M = 1 nearly all the time is spent before and after this file."""

import sys


def checksum(rounds):
    total = rounds
    for step in range(rounds):
        total += step
    return total


def read_rounds(arguments):
    """Return M, a whole number of at least 0, or end with status 2."""
    try:
        (text,) = arguments
        rounds = int(text)
        if rounds < 0:
            raise ValueError
    except ValueError:
        print("usage: startup.py M (M is a whole number, 0 or more)", file=sys.stderr)
        sys.exit(2)
    return rounds


rounds = read_rounds(sys.argv[1:])
print(f"startup {rounds} {checksum(rounds)}")
