"""Leaves: a umask that lets nobody read new files."""

import os

os.umask(0o777)
