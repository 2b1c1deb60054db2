"""Leaves: the process in another folder."""

import os

os.chdir("/")
