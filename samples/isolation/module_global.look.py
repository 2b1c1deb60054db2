"""Looks: for globals of other programs in __main__."""

import __main__

print("leaked" in globals(), "leaked_too" in globals(), hasattr(__main__, "leaked"))
