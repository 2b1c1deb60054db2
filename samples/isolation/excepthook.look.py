"""Looks: whether a hook is a function that some program wrote."""

import sys

for hook in (sys.excepthook, sys.unraisablehook, sys.displayhook):
    print(hasattr(hook, "__code__"))
