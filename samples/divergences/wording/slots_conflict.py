"""The error for a slot that is a class variable too has an article more

provenance: RustPython/RustPython#7698
"""

try:
    type("Point", (), {"__slots__": ["x"], "x": 1})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
