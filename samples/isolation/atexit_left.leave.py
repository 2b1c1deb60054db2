"""Leaves: a function that is to be called when the program ends."""

import atexit

atexit.register(print, "the program that left this has ended")
