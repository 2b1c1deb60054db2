"""Looks: whether the working folder is the root; start it elsewhere."""

import os

print(os.getcwd() == "/")
