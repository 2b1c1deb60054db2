"""Leaves: another time after which threads take turns."""

import sys

sys.setswitchinterval(5.0)
