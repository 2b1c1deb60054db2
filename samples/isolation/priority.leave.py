"""Leaves: the process with a lower priority."""

import os

os.nice(3)
