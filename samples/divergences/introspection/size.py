"""Objects take another amount of memory

provenance: own campaign
"""

import sys

print(sys.getsizeof(1), sys.getsizeof("a"), sys.getsizeof([]), sys.getsizeof({}))
