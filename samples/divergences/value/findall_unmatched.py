"""re.findall gives None for a single group that took no part

provenance: RustPython/RustPython#8563
"""

import re

print(re.findall(r"(a)|b", "ab"))
