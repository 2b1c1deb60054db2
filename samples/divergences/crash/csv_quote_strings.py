"""csv.QUOTE_STRINGS panics

provenance: RustPython/RustPython#8109
ends: 126
"""

import csv
import sys

csv.writer(sys.stdout, quoting=csv.QUOTE_STRINGS, lineterminator="\n").writerow([1, "a", None])
