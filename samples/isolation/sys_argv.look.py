"""Looks: for foreign arguments in sys.argv."""

import sys

print("leaked" in sys.argv)
