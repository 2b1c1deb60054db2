"""The error for deleting past the end of a list leaves out the word list

provenance: own campaign
"""

numbers = [1]

try:
    del numbers[3]
except Exception as error:
    print(type(error).__name__, error, sep=": ")
