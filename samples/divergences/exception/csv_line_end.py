"""csv.writer takes a line end of one character only

provenance: RustPython/RustPython#8328
"""

import csv
import io

file = io.StringIO()
try:
    csv.writer(file, lineterminator=";\n").writerow([1, 2])
    print(repr(file.getvalue()))
except TypeError as error:
    print(type(error).__name__)
