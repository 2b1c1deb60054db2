"""An annotation is not evaluated where it stands

provenance: own campaign
"""

try:

    def greet(name: Undefined):
        return name

    print("defined")
except NameError as error:
    print(type(error).__name__)
