"""From what is asserted to what is printed."""

import ast


class Printed(ast.NodeTransformer):
    """Has every assertion print what it is about, and then assert it."""

    def visit_Assert(self, node):
        test = node.test
        subject = test.left if isinstance(test, ast.Compare) else test
        call = ast.Call(ast.Name("print", ast.Load()), [subject], [])
        return [ast.copy_location(ast.Expr(call), node), node]


def printed(source):
    """Returns the source with every assertion printed. What is not asserted stays as it is."""
    return ast.unparse(ast.fix_missing_locations(Printed().visit(ast.parse(source))))
