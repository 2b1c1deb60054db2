"""A quoted csv field that goes over two lines is cut

provenance: RustPython/RustPython#8381
"""

import csv

print(list(csv.reader(['"x\n', 'y",z\n'])))
