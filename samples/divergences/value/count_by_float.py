"""The repr of itertools.count leaves out a step of 1.0

provenance: RustPython/RustPython#8261
"""

import itertools

print(itertools.count(1.5, 1.0))
