"""property() takes a fifth argument

provenance: RustPython/RustPython#8510
"""

try:
    print(type(property(None, None, None, None, None)).__name__)
except TypeError as error:
    print(type(error).__name__)
