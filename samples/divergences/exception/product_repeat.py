"""The error for a negative repetition of itertools.product is one of another type

provenance: own campaign
"""

import itertools

try:
    itertools.product("ab", repeat=-1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
