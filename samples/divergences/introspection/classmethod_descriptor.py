"""The class method of a builtin type is of the type of a method

provenance: own campaign
"""

print(type(dict.__dict__["fromkeys"]).__name__)
