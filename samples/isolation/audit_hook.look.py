"""Looks: whether another program hears of audit events."""

import os
import sys

sys.audit("tiers.look")
print(os.environ.get("TIERS_AUDITED"))
