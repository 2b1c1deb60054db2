"""The error for repeating a sequence by what is no number has other words

provenance: own campaign
"""

for attempt in [
    lambda: "a" * "b",
    lambda: [] * 1.5,
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
