"""sys.copyright names another owner

provenance: own campaign
"""

import sys

print(sys.copyright.splitlines()[0])
