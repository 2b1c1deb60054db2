"""A bytearray cannot be extended by an empty text

provenance: own campaign
"""

numbers = bytearray()
try:
    numbers.extend("")
    print(numbers)
except TypeError as error:
    print(type(error).__name__)
