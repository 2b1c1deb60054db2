"""`is` with a literal is not warned of

provenance: own campaign
"""

import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("x is 5", "comparison", "eval")
print([warning.category.__name__ for warning in caught])
