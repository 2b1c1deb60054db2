"""struct does not say which numbers a format takes

provenance: own campaign
"""

import struct

try:
    struct.pack("b", 300)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
