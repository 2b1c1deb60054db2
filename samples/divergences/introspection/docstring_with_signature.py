"""The docstring of a function in math begins with its signature

provenance: own campaign
"""

import math

print(math.sin.__doc__)
