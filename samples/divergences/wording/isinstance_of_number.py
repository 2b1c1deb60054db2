"""The error for a second argument that is no type names what it is

provenance: own campaign
"""

for attempt in [
    lambda: isinstance(1, 5),
    lambda: issubclass(int, 5),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
