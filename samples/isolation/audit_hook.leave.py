"""Leaves: an audit hook, which no program can remove, where the interpreter has them."""

import os
import sys


def hook(event, arguments):
    if event == "tiers.look":
        os.environ["TIERS_AUDITED"] = "1"


if hasattr(sys, "addaudithook"):
    sys.addaudithook(hook)
