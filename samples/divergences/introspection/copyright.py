"""sys.copyright names another owner

provenance: own campaign
"""

import sys

print("RustPython" in sys.copyright)
