"""Quoting a line break for a mail panics

provenance: devdanzin/rustpython-findings RUSTPY-0010
ends: 126
"""

import binascii

print(binascii.b2a_qp(b"\n"))
