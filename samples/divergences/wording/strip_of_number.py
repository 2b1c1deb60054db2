"""The error for a method's argument of the wrong type does not name the method

provenance: own campaign
"""

for attempt in [
    lambda: "a".strip(5),
    lambda: "a".replace(1, 2),
    lambda: "a".encode(5),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
