"""The error for `with` of what is no context manager tells what is missing

provenance: own campaign
"""

try:
    with 5:
        pass
except Exception as error:
    print(type(error).__name__, error, sep=": ")
