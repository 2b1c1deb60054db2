"""itertools.islice takes a step that is no number

provenance: Lib/test/test_itertools.py test_islice
"""

import itertools

for arguments in [(1, 2, 0), (-1,), ("a",)]:
    try:
        itertools.islice([1], *arguments)
        print("made")
    except ValueError as error:
        print(error)
