"""The error for too long a time tells the days

provenance: own campaign
"""

import datetime

try:
    datetime.timedelta(days=10**10)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
