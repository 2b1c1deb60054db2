"""Looks: for foreign entries in sys.path and sys.meta_path."""

import sys

print("leaked" in sys.path, any(getattr(f, "__name__", "") == "Leaked" for f in sys.meta_path))
