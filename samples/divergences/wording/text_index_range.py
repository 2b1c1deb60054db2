"""The error for an index past the end does not say of what

provenance: own campaign
"""

for attempt in [
    lambda: "ab"[5],
    lambda: bytearray(b"a")[5],
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
