"""pickle writes a newer protocol unless told otherwise

provenance: own campaign
"""

import pickle

print(pickle.DEFAULT_PROTOCOL)
