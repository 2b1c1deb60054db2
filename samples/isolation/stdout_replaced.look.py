"""Looks: whether what it prints is seen, and for replaced streams."""

import io
import sys

print("this is seen", type(sys.stderr) is io.StringIO)
