"""json tells of a trailing comma

provenance: own campaign
"""

import json

for attempt in [
    lambda: json.loads("[1, 2,]"),
    lambda: json.loads('{"a": 1,}'),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
