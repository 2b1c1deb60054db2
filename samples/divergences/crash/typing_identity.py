"""A function of an internal module panics without an argument

provenance: devdanzin/rustpython-findings RUSTPY-0005
ends: 126
"""

import _typing

try:
    _typing._idfunc()
except TypeError as error:
    print(type(error).__name__)
