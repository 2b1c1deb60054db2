"""Construct: compile makes code objects in the modes exec, eval and single."""

import ast

whole = compile("x = 3\ny = x * 2\n", "<whole>", "exec")
value = compile("y + 1", "<value>", "eval")
space = {}
print(exec(whole, space), eval(value, space), whole.co_filename, value.co_name)
print("a single statement shows its value:")
exec(compile("y * 10", "<single>", "single"), space)
exec(compile("None", "<single>", "single"), space)
exec(compile("z = y; z", "<single>", "single"), space)
print(eval(whole, {}), type(value).__name__, sorted(set(whole.co_names)))

tree = compile("1 + 2", "<tree>", "eval", ast.PyCF_ONLY_AST)
print(type(tree).__name__, type(tree.body).__name__, eval(compile(tree, "<tree>", "eval")))
for source, mode in (("a = 1", "eval"), ("1; 2", "eval"), ("1\n2", "single"), ("if", "exec"),
                     ("1", "no")):
    try:
        compile(source, "<bad>", mode)
        print(source, mode, "compiles")
    except (SyntaxError, ValueError) as error:
        print(repr(source), mode, type(error).__name__)
for level in (0, 1, 2):
    made = {}
    exec(compile("def f(): 'text'\ndebug = __debug__", "<o>", "exec", optimize=level), made)
    print(level, made["debug"], made["f"].__doc__)
