"""The error for a month out of range tells the number

provenance: own campaign
"""

import datetime

try:
    datetime.date(2020, 13, 1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
