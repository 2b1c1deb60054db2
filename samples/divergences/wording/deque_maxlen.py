"""The error for a negative length of a deque ends in a full stop

provenance: own campaign
"""

from collections import deque

try:
    deque([], -1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
