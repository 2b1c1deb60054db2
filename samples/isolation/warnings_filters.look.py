"""Looks: whether a warning raises."""

import warnings

with warnings.catch_warnings(record=True):
    try:
        warnings.warn("looked at", UserWarning)
        print("it warns")
    except UserWarning:
        print("it raises")
