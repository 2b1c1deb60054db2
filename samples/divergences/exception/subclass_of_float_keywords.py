"""A class that derives from float cannot take keywords of its own

provenance: Lib/test/test_float.py test_keywords_in_subclass
"""


class Metres(float):
    def __init__(self, value, unit=None):
        self.unit = unit


try:
    print(Metres(1.5, unit="m").unit)
except TypeError as error:
    print(type(error).__name__)
