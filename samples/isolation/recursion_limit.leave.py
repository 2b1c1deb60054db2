"""Leaves: another recursion limit."""

import sys

sys.setrecursionlimit(777)
