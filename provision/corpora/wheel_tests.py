"""The test functions inside wheels that ship their tests: each plain one becomes a program.

Plain is a function at the top of a module whose name begins with `test`, without parameters and decorators, in a module that
imports no framework for tests. Its program is the module without the other test functions, and a call; what is asserted is
printed, too. The package stands beside it.
"""

import ast
import shutil

from checks import Printed

FRAMEWORKS = {"pytest", "unittest", "nose", "hypothesis", "doctest", "numpy", "tempfile", "threading", "time"}


def make(wheels, programs, corpus):
    files = []
    for wheel, source in zip(wheels, corpus["wheels"]):
        target = programs / source["name"]
        target.mkdir()
        for package in source["packages"]:
            shutil.copytree(wheel / package, target / package)
        for module in sorted(wheel.glob(f"{source['packages'][0]}/**/test_*.py")):
            if any(part in str(module) for part in source.get("without", [])):
                continue
            for name, text in of_module(module.read_text()):
                parts = module.relative_to(wheel).with_suffix("").parts
                file = target / f"{'_'.join(parts)}__{name}.py"
                file.write_text(text)
                files.append(file)
    return files


def of_module(source):
    """Yields the name of each plain test function, and its program."""
    tree = ast.parse(source)
    if imported(tree) & FRAMEWORKS or relative(tree):
        return
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    rest = [node for node in tree.body if node not in tests and not is_main(node)]
    if any(isinstance(node, ast.ClassDef) and node.name.startswith("Test") for node in rest):
        return
    for test in tests:
        if not test.decorator_list and not ast.unparse(test.args):
            shown = Printed().visit(ast.parse(ast.unparse(test)))
            module = ast.Module(rest + shown.body, [])
            text = ast.unparse(ast.fix_missing_locations(module))
            yield test.name, f"{text}\n\n{test.name}()\n"


def imported(tree):
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def relative(tree):
    return any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree))


def is_main(node):
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)
