"""Looks: what a range is after it was pickled."""

import pickle

print(pickle.loads(pickle.dumps(range(3))))
