"""Looks: at the priority, by how nice the process is."""

import os

print(os.nice(0))
