"""bin() does not ask an object for its __index__

provenance: own campaign
"""


class Five:
    def __index__(self):
        return 5


try:
    print(bin(Five()), chr(Five()) == "\x05")
except TypeError as error:
    print(type(error).__name__)
