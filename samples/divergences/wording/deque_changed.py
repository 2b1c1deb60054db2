"""The error for a deque that changes while it is walked begins with a capital

provenance: own campaign
"""

from collections import deque

numbers = deque([1])

try:
    for number in numbers:
        numbers.append(1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
