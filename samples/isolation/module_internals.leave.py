"""Leaves: another function in a module that is part of the interpreter."""

import math
import time

math.floor = time.sleep = lambda number: "patched"
