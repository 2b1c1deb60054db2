"""Looks: at len, and for a new name in builtins."""

import builtins

print(len("ab"), hasattr(builtins, "leaked"))
