"""itertools.combinations of too many panics

provenance: own campaign
ends: 126
"""

import itertools

try:
    itertools.combinations(range(5), 2**64)
except OverflowError as error:
    print(type(error).__name__)
