"""Looks: at a class of the standard library."""

import collections

print(len(collections.UserDict(a=1)), hasattr(collections.UserDict, "leaked"))
