"""The error for comparing a naive time with an aware one has other words

provenance: own campaign
"""

import datetime

then = datetime.datetime(2020, 1, 2)

try:
    then < then.replace(tzinfo=datetime.UTC)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
