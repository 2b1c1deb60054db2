"""Match.expand calls what is not there

provenance: RustPython/RustPython#8256
"""

import re

match = re.match(r"(\w)(\w)", "ab")
try:
    print(match.expand(r"\2\1"))
except AttributeError as error:
    print(type(error).__name__)
