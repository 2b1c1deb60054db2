"""Looks: which of the descriptors 3 to 63 are open; the interpreter's own are among them."""

import os


def is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


print("open:", sum(map(is_open, range(3, 64))), "50:", is_open(50))
