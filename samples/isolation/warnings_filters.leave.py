"""Leaves: warnings that raise."""

import warnings

warnings.simplefilter("error")
