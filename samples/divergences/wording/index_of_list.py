"""The error for an index that is no number tells of __index__

provenance: own campaign
"""

index = "a"

for attempt in [
    lambda: [1][index],
    lambda: (1,)[index],
    lambda: b"a"[index],
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
