"""Leaves: environment variables, by os.environ and by os.putenv."""

import os

os.environ["TIERS_LEAKED"] = "1"
os.putenv("TIERS_LEAKED_BELOW", "1")
