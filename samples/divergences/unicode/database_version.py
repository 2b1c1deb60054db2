"""unicodedata names another version of Unicode

provenance: RustPython/RustPython#7947
"""

import unicodedata

print(unicodedata.unidata_version)
