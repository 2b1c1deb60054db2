"""The error for too few or too many arguments of a builtin does not name it

provenance: own campaign
"""

for attempt in [
    lambda: len(),
    lambda: len(1, 2),
    lambda: sorted(),
    lambda: filter(1),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
