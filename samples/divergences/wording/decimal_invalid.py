"""decimal is the implementation in Python, as its errors tell

provenance: own campaign
"""

from decimal import Decimal

for attempt in [
    lambda: Decimal("a"),
    lambda: Decimal(1) / 0,
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
