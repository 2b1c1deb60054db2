"""bytes.endswith accepts what is no bytes where there is nothing to compare

provenance: own campaign
"""

try:
    print(b"abc".endswith(False, 100, -1))
except TypeError as error:
    print(type(error).__name__)
