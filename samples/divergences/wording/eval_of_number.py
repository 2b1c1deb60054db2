"""The error of eval() for a number does not say what it wants

provenance: own campaign
"""

for attempt in [
    lambda: eval(5),
    lambda: exec(5),
]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
