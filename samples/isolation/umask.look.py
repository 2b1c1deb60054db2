"""Looks: at the umask, and puts back what it found."""

import os

found = os.umask(0o022)
os.umask(found)
print(found == 0o777)
