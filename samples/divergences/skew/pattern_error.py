"""The error of the module re has another name

provenance: own campaign
"""

import re

try:
    re.compile("(")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
