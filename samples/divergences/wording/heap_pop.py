"""The error for an empty heap is that of a list

provenance: own campaign
"""

import heapq

try:
    heapq.heappop([])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
