"""The text of the error for elements of which a dictionary cannot be made

provenance: RustPython/RustPython#8338
"""

for elements in [[1], [(1, 2, 3)], ["abc"]]:
    try:
        dict(elements)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
