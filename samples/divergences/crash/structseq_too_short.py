"""A sequence with named fields can be made without them, and then panics

provenance: devdanzin/rustpython-findings RUSTPY-0002
ends: 126
"""

import grp

try:
    grp.struct_group().gr_name
except TypeError as error:
    print(type(error).__name__)
