"""A name in a syntax tree is read unless it says otherwise

provenance: own campaign
"""

import ast

print(hasattr(ast.Name("x"), "ctx"))
