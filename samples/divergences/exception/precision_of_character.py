"""A precision is accepted for a character

provenance: own campaign
"""

try:
    print("{:.3c}".format(65))
except ValueError as error:
    print(type(error).__name__)
