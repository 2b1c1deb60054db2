"""The error for a keyword that __init_subclass__ does not take does not name it

provenance: own campaign
"""


class Base:
    pass


try:
    type("Derived", (Base,), {}, x=1)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
