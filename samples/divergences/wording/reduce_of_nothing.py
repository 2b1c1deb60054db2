"""The error for reducing nothing speaks of a sequence

provenance: own campaign
"""

import functools

try:
    functools.reduce(max, [])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
