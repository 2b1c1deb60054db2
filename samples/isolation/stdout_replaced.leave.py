"""Leaves: None as sys.stdout, and another sys.stderr."""

import io
import sys

sys.stdout = None
sys.stderr = io.StringIO()
