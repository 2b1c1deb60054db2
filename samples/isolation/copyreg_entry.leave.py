"""Leaves: another way to pickle ranges."""

import copyreg

copyreg.pickle(range, lambda value: (str, ("leaked",)))
