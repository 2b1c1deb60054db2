"""Construct: the cells of a closure can be read, written, shared and made."""

import types


def outer(value):
    def get():
        return value

    def put(new):
        nonlocal value
        value = new

    return get, put


get, put = outer("start")
cell = get.__closure__[0]
print(cell.cell_contents, cell is put.__closure__[0], len(get.__closure__), outer.__closure__)
put("by put")
print(cell.cell_contents)
cell.cell_contents = "by cell"
print(get())
rebuilt = types.FunctionType(get.__code__, globals(), "rebuilt", None, (types.CellType("made"),))
print(rebuilt(), rebuilt.__name__, types.CellType(1) == types.CellType(1))
print(types.CellType(1) < types.CellType(2))
del cell.cell_contents
for action in (get, lambda: cell.cell_contents, lambda: types.FunctionType(get.__code__, {})):
    try:
        print(action())
    except (NameError, ValueError, TypeError) as error:
        print(type(error).__name__)
