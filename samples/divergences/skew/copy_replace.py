"""There is copy.replace

provenance: own campaign
"""

import copy

print(hasattr(copy, "replace"))
