"""The error for a seed of the wrong type breaks its line elsewhere

provenance: own campaign
"""

import random

try:
    random.seed([1])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
