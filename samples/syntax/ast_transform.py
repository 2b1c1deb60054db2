"""Construct: a syntax tree is parsed, walked, rewritten, written out and run."""

import ast

SOURCE = """
def price(x, y=2):
    # the comment goes
    total = x * y + 100
    if not (total > 5 and x): return 'low'
    return [n ** 2 for n in (x, y)], total
"""


class Swap(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Mult):
            return ast.copy_location(ast.BinOp(node.left, ast.Sub(), node.right), node)
        return node

    def visit_Constant(self, node):
        return ast.Constant(node.value + 1) if type(node.value) is int else node


tree = ast.parse(SOURCE)
print(len([node for node in ast.walk(tree) if isinstance(node, ast.Name)]), ast.unparse(tree))
space = {}
exec(compile(ast.fix_missing_locations(Swap().visit(tree)), "<tree>", "exec"), space)
print(space["price"](10), ast.unparse(tree.body[0].body[0]), sep="\n")
call = ast.parse("f(*a, k=1, **b)[1:2, ...].c", mode="eval").body
print(type(call).__name__, call.attr, ast.unparse(call))
print(ast.literal_eval("{'a': [1, -2.5, (None, b'x')]}"))
for source in ("f()", "1 +", "x"):
    try:
        print(ast.literal_eval(source))
    except (ValueError, SyntaxError) as error:
        print(source, type(error).__name__)
