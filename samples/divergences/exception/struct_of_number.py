"""struct raises another type for a text that is a number

provenance: own campaign
"""

import struct

try:
    struct.pack("s", 5)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
