"""The error for too many arguments of str() does not name it

provenance: Lib/test/test_str.py test_str_invalid_call
"""

try:
    str(b"a", "ascii", "strict", 1)
except TypeError as error:
    print(error)
