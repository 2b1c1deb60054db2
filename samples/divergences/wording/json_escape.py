"""The errors for an escape and a control character in JSON name the character

provenance: own campaign
"""

import json

for attempt in [
    lambda: json.loads('"\\x"'),
    lambda: json.loads('"a\nb"'),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
