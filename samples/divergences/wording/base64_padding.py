"""The errors for wrong base64 begin otherwise

provenance: own campaign
"""

import base64

for attempt in [
    lambda: base64.b64decode("a"),
    lambda: base64.b64decode("a!b="),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
