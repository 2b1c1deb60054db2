"""The error for what JSON cannot hold has notes

provenance: own campaign
"""

import json

try:
    json.dumps([1, {"key": object()}])
except TypeError as error:
    print(getattr(error, "__notes__", None))
