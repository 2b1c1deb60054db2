"""An annotation in a class is not evaluated where it stands

provenance: own campaign
"""

try:

    class Point:
        x: Undefined

    print("defined")
except NameError as error:
    print(type(error).__name__)
