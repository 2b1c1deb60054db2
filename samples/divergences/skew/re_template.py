"""re.template is gone

provenance: own campaign
"""

import re

print(hasattr(re, "template"))
