"""A copy of a deque loses the attributes that were set on it

provenance: RustPython/RustPython#7699
"""

import copy
from collections import deque


class Queue(deque):
    pass


queue = Queue([1])
queue.name = "first"
print(copy.deepcopy(queue).__dict__)
