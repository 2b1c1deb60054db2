"""% does not ask an object for its __index__

provenance: Lib/test/test_str.py test_formatting
"""


class Colour:
    def __index__(self):
        return 255


try:
    print("%x" % Colour())
except TypeError as error:
    print(type(error).__name__)
