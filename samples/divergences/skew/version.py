"""sys tells of another version

provenance: own campaign
"""

import sys

print(sys.version_info[:2])
