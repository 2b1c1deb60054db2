"""The error of bytes.fromhex for a single digit tells of the even number

provenance: own campaign
"""

try:
    bytes.fromhex("ab c")
except Exception as error:
    print(type(error).__name__, error, sep=": ")
