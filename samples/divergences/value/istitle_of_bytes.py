"""Bytes in small letters are a title

provenance: own campaign
"""

print(bytearray(b"abc").istitle(), b"abc".istitle())
