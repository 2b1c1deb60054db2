"""ast.Num is gone

provenance: own campaign
"""

import ast
import warnings

warnings.simplefilter("ignore")
print(hasattr(ast, "Num"))
