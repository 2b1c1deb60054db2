"""The errors of math.fsum do not say what was summed

provenance: own campaign
"""

import math

for attempt in [
    lambda: math.fsum([1e308, 1e308]),
    lambda: math.fsum([float("inf"), float("-inf")]),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
