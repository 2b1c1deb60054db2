"""Some builtin functions of modules are written in Python

provenance: own campaign
"""

import bisect
import functools
import heapq

for function in [functools.cmp_to_key, heapq.heappush, bisect.bisect]:
    print(function.__name__, type(function).__name__)
