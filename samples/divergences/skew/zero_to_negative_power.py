"""The error for zero to a negative power leaves out that it is 0.0

provenance: own campaign
"""

for attempt in [
    lambda: 0 ** -1,
    lambda: 0.0 ** -1,
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
