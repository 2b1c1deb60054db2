"""Leaves: descriptor 1 on /dev/null."""

import os

os.dup2(os.open("/dev/null", os.O_WRONLY), 1)
