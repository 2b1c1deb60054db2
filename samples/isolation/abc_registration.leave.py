"""Leaves: int as a virtual subclass of an abstract base class."""

import collections.abc

collections.abc.Sized.register(int)
