"""Modules whose docstrings hold examples: each becomes a program that prints what its examples show.

A program is the module as it is, with its examples at the end: an expression is printed as an interactive interpreter would, a
statement is executed. Modules that need their own package, be it for an example, are left out: they are no programs by themselves.
"""

import ast
import doctest


def make(wheels, programs, corpus):
    files = []
    for wheel, source in zip(wheels, corpus["wheels"]):
        target = programs / source["name"]
        target.mkdir()
        for module in sorted(wheel.glob(f"{source['packages'][0]}/**/*.py")):
            text = of_module(module.read_text(), source["packages"])
            if text is not None:
                parts = module.relative_to(wheel / source["packages"][0]).with_suffix("").parts
                file = target / f"{'_'.join(parts)}.py"
                file.write_text(text)
                files.append(file)
    return files


def of_module(source, packages):
    """Returns the program of a module, where it is one."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            lines += shown(ast.get_docstring(node, clean=True) or "")
    if not any(line.startswith("print(") for line in lines):
        return None
    text = source.rstrip("\n") + "\n\n\n" + "\n".join(lines) + "\n"
    return None if needs_its_package(ast.parse(text), packages) else text


def shown(docstring):
    """Returns the lines that do what the examples of a docstring do; none where they show an error."""
    try:
        examples = doctest.DocTestParser().get_examples(docstring)
    except ValueError:
        return []
    lines = []
    for example in examples:
        if example.exc_msg is not None or example.options:
            return []
        try:
            statement = ast.parse(example.source)
        except SyntaxError:
            return []
        is_expression = len(statement.body) == 1 and isinstance(statement.body[0], ast.Expr)
        text = ast.unparse(statement)
        if is_expression and example.want:
            text = f"print(repr({text}))" if not text.startswith("print(") else text
        lines.append(text)
    return lines


def needs_its_package(tree, packages):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] in packages):
            return True
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] in packages for alias in node.names):
            return True
    return False
