"""The methods of texts do not ask an argument for its __index__

provenance: own campaign
"""


class Five:
    def __index__(self):
        return 5


try:
    print("ab".center(Five(), "*"))
except TypeError as error:
    print(type(error).__name__)
