"""hashlib.blake2b does not take the size of its digest

provenance: own campaign
"""

import hashlib

try:
    print(hashlib.blake2b(b"", digest_size=8).hexdigest())
except Exception as error:
    print(type(error).__name__, error, sep=": ")
