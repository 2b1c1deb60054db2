"""csv.reader panics at an empty field after a skipped blank

provenance: RustPython/RustPython#8304
ends: 126
"""

import csv

print(list(csv.reader(["a, ,b"], skipinitialspace=True)))
