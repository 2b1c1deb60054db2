"""The error for hashing a text does not say what to do

provenance: own campaign
"""

import hashlib

try:
    hashlib.md5("a")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
