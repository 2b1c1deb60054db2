"""str() makes a plain str of what __str__ returns

provenance: RustPython/RustPython#7701
"""


class Name(str):
    pass


class Person:
    def __str__(self):
        return Name("Ada")


print(type(str(Person())).__name__)
