"""A year that is too large is an error of another type

provenance: RustPython/RustPython#7627
"""

import time

try:
    time.mktime((2**70, 1, 1, 0, 0, 0, 0, 0, 0))
except (OverflowError, TypeError) as error:
    print(type(error).__name__)
