"""Looks: for foreign environment variables."""

import os

print(os.environ.get("TIERS_LEAKED"), os.environ.get("TIERS_LEAKED_BELOW"))
