"""A group of exceptions can be made of a dictionary

provenance: own campaign
"""

try:
    ExceptionGroup("all", {ValueError(): 1})
    print("made")
except TypeError as error:
    print(type(error).__name__)
