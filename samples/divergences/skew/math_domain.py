"""The error for a root of a negative number tells the number

provenance: own campaign
"""

import math

for attempt in [
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.acos(2),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
