"""Speed program: pure loop. M steps of integer arithmetic on local variables, and nothing else."""

import sys


def checksum(rounds):
    """Run a congruential generator that is stirred by the step, so no step can be left out.

    All products stay below 2**30 up to M = 3,000,000: one digit of an integer in CPython.
    """
    state = 1
    for step in range(rounds):
        state = (state * 1021 + step) % 1048573
    return state


def read_rounds(arguments):
    """Return M, a whole number of at least 0, or end with status 2."""
    try:
        (text,) = arguments
        rounds = int(text)
        if rounds < 0:
            raise ValueError
    except ValueError:
        print("usage: pure.py M (M is a whole number, 0 or more)", file=sys.stderr)
        sys.exit(2)
    return rounds


rounds = read_rounds(sys.argv[1:])
print(f"pure {rounds} {checksum(rounds)}")
