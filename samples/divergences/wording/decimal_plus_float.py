"""The name of a class of decimal lacks its module in the error for an operand

provenance: own campaign
"""

from decimal import Decimal

try:
    Decimal(1) + 1.5
except Exception as error:
    print(type(error).__name__, error, sep=": ")
