"""A hash of an internal module panics

provenance: devdanzin/rustpython-findings RUSTPY-0003
ends: 126
"""

import _md5

print(_md5.md5().hexdigest())
