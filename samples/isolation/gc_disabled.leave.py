"""Leaves: the garbage collector off, with other thresholds."""

import gc

gc.disable()
gc.set_threshold(7, 7, 7)
