"""The error for a text where an integer is wanted says what was expected and found

provenance: own campaign
"""

for attempt in [
    lambda: chr("a"),
    lambda: enumerate([1], "a"),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
