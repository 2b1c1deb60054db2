"""json reads a number that begins with a zero

provenance: own campaign
"""

import json

try:
    print(json.loads("01"))
except ValueError as error:
    print(type(error).__name__)
