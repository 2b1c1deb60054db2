"""Bytes can be stripped of the numbers of a list

provenance: own campaign
"""

try:
    print(b"abc".strip([97]))
except TypeError as error:
    print(type(error).__name__)
