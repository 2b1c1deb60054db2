"""The error of deque.remove does not name the value

provenance: own campaign
"""

from collections import deque

try:
    deque([1]).remove(5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
