"""The method __add__ of a text does not raise for a number

provenance: own campaign
"""

try:
    print("abc".__add__(True))
except TypeError as error:
    print(type(error).__name__)
