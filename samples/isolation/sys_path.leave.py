"""Leaves: an entry in sys.path and a finder in sys.meta_path."""

import sys


class Leaked:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return None


sys.path.insert(0, "leaked")
sys.meta_path.insert(0, Leaked)
