"""sys and platform name another implementation

provenance: own campaign
"""

import platform
import sys

print(sys.implementation.name, sys.implementation.cache_tag, platform.python_implementation())
