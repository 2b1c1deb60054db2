"""A node of a syntax tree is printed with its fields

provenance: own campaign
"""

import ast

print(repr(ast.Name("x"))[:9])
