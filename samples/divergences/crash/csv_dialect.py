"""A csv.reader of an internal module panics

provenance: devdanzin/rustpython-findings RUSTPY-0004
ends: 126
"""

import _csv

print(list(_csv.reader([])))
