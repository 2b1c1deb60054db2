"""Leaves: a global in __main__."""

leaked = "from another program"
vars(__import__("__main__"))["leaked_too"] = leaked
