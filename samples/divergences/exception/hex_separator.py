"""The separator of bytes.hex may be of any length where there is nothing to separate

provenance: own campaign
"""

try:
    print(repr(b"".hex("::", 1)))
except ValueError as error:
    print(type(error).__name__)
