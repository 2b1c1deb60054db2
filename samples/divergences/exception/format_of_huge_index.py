"""A field number with too many digits is looked up

provenance: Lib/test/test_str.py test_format_huge_item_number
"""

try:
    print("{9999999999999999999999}".format(1))
except (LookupError, ValueError) as error:
    print(type(error).__name__)
