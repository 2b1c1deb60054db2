"""The error of bytes.find for a wrong argument does not name it

provenance: Lib/test/test_bytes.py test_find_etc_raise_correct_error_messages
"""

try:
    b"a".find()
except TypeError as error:
    print(error)
