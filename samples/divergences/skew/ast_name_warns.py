"""A node of a syntax tree without its fields is warned of

provenance: own campaign
"""

import ast
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    ast.Name()
print(len(caught))
