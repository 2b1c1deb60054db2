"""Leaves: other arguments in sys.argv."""

import sys

sys.argv[:] = ["leaked", "leaked"]
