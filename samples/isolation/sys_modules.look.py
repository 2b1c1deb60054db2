"""Looks: for a module that does not exist, and whether colorsys is the real one."""

import colorsys
import sys

try:
    import leaked
    print("leaked was imported")
except ModuleNotFoundError:
    print("there is no module leaked")
print("leaked" in sys.modules, hasattr(colorsys, "rgb_to_hsv"))
