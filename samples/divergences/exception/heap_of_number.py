"""heapq raises another type for what is no list

provenance: own campaign
"""

import heapq

try:
    heapq.heappop(5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
