"""Nonsense that is unpickled raises another type

provenance: own campaign
"""

import pickle

try:
    pickle.loads(b"x")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
