"""Bytes cannot be executed

provenance: own campaign
"""

try:
    exec(b"print('executed')")
except TypeError as error:
    print(type(error).__name__)
