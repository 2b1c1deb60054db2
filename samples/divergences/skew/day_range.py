"""The error for a day out of range tells the month

provenance: own campaign
"""

import datetime

try:
    datetime.date(2020, 2, 30)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
