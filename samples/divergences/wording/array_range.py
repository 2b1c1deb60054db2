"""The error for a number that an array cannot hold speaks of Rust

provenance: own campaign
"""

import array

try:
    array.array("b", [300])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
