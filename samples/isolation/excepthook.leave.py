"""Leaves: other hooks for exceptions and for values that are shown."""

import sys

sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *details: None
