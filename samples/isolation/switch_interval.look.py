"""Looks: at the time after which threads take turns."""

import sys

print(sys.getswitchinterval())
