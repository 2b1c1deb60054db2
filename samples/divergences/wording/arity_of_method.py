"""The error for a method's missing argument counts the object too

provenance: own campaign
"""

for attempt in [
    lambda: [].append(),
    lambda: "a".replace("b"),
    lambda: {}.get(),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
