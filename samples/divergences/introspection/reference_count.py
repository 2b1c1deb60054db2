"""An object has one reference more

provenance: own campaign
"""

import sys

print(sys.getrefcount(object()))
