"""itertools.islice accepts a step of zero

provenance: Lib/test/test_itertools.py test_islice
"""

import itertools

try:
    itertools.islice([1], 1, 2, 0)
    print("made")
except ValueError as error:
    print(type(error).__name__)
