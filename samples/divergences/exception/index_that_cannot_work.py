"""An index that can never work is not warned of

provenance: own campaign
"""

import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile('[1]["a"]', "index", "eval")
print([warning.category.__name__ for warning in caught])
