"""A match cannot be copied

provenance: Lib/test/test_re.py test_copying
"""

import copy
import re

match = re.match("a", "a")
try:
    print(copy.copy(match) is match)
except TypeError as error:
    print(type(error).__name__)
