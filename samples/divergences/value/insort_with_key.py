"""bisect.insort with a key inserts the key, not the item

provenance: RustPython/RustPython#8565
"""

import bisect

words = ["a", "bbb"]
bisect.insort(words, "cc", key=len)
print(words)
