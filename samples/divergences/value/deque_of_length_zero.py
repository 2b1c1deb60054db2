"""A deque that may hold nothing keeps what is put at its left

provenance: RustPython/RustPython#8567
"""

from collections import deque

nothing = deque(maxlen=0)
nothing.appendleft(1)
print(list(nothing))
