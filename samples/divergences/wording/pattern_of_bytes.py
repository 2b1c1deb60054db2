"""The error for a pattern of text on bytes has other words

provenance: own campaign
"""

import re

try:
    re.match("a", b"a")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
