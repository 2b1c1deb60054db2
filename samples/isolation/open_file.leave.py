"""Leaves: an open file and a copy of its descriptor under a high number."""

import os

descriptor = os.open("/dev/null", os.O_RDONLY)
os.dup2(descriptor, 50)
