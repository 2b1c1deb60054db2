"""The error for an empty range names randint

provenance: own campaign
"""

import random

try:
    random.randint(5, 1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
