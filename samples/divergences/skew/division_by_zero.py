"""Division by zero is called the same for all operators

provenance: own campaign
"""

for attempt in [
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: divmod(1.0, 0),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
