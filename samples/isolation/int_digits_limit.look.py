"""Looks: at the limit on the digits of whole numbers."""

import sys

print(sys.get_int_max_str_digits())
