"""The type of what itertools.tee gives has another name

provenance: own campaign
"""

import itertools

print(type(itertools.tee([])[0]).__name__)
