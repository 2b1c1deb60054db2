"""The error for a set that changes while it is walked begins in lower case

provenance: own campaign
"""

numbers = {1}

try:
    for number in numbers:
        numbers.add(number + 1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
