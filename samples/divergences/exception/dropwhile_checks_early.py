"""itertools.dropwhile refuses what cannot be called before it is asked for anything

provenance: RustPython/RustPython#8504
"""

import itertools

try:
    itertools.dropwhile(5, [1, 2])
    print("made")
except TypeError as error:
    print(type(error).__name__)
