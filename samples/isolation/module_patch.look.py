"""Looks: at json.dumps."""

import json

print(json.dumps([1]), hasattr(json, "leaked"))
