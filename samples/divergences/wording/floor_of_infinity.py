"""The error for an infinite float made an int repeats its type

provenance: RustPython/RustPython#7763
"""

import math

for attempt in [
    lambda: math.floor(float("inf")),
    lambda: int(float("nan")),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
