"""An array of characters is warned of

provenance: own campaign
"""

import array
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    array.array("u", "ab")
print([warning.category.__name__ for warning in caught])
