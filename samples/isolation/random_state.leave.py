"""Leaves: the generator of random numbers with a known seed."""

import random

random.seed(1)
