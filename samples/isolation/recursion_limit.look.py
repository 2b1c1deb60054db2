"""Looks: at the recursion limit."""

import sys

print(sys.getrecursionlimit())
