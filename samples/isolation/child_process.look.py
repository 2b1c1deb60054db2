"""Looks: for children of this process."""

import os

try:
    os.waitpid(-1, os.WNOHANG)
    print("there is a child")
except ChildProcessError:
    print("there is no child")
