"""Leaves: another len in builtins, and a name that was not there."""

import builtins

builtins.len = lambda thing: 42
builtins.leaked = "from another program"
