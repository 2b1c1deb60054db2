"""Looks: whether the garbage collector is on, and at its thresholds."""

import gc

print(gc.isenabled(), gc.get_threshold())
