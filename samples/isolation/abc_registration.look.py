"""Looks: whether a number counts as sized."""

import collections.abc

print(isinstance(5, collections.abc.Sized))
