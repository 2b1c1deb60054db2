"""Leaves: another dumps in json."""

import json

json.dumps = lambda value: "patched"
json.leaked = True
