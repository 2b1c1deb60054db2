"""The error of functools.partial without a function has other words

provenance: own campaign
"""

import functools

try:
    functools.partial()
except Exception as error:
    print(type(error).__name__, error, sep=": ")
