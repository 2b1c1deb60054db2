"""The error for a keyword that a builtin does not know does not name the builtin

provenance: own campaign
"""

for attempt in [
    lambda: sorted([1], foo=5),
    lambda: print(1, foo=5),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
