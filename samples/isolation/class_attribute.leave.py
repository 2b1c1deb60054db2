"""Leaves: a method and an attribute on a class of the standard library."""

import collections

collections.UserDict.__len__ = lambda self: 99
collections.UserDict.leaked = True
