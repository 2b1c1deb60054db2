"""Construct: import statements call __import__, which can be called and replaced."""

import builtins
import types

print(__import__("os.path").__name__ == "os", __import__("json.decoder", fromlist=["x"]).__name__)
made = types.ModuleType("made")
made.number, made.sub = 42, types.SimpleNamespace(leaf="leaf")
calls, original = [], builtins.__import__


def importing(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level))
    return made if name.startswith("made") else original(name, globals, locals, fromlist, level)


builtins.__import__ = importing
try:
    import made.sub as branch, made as whole
    from made import number, sub as renamed
    import json
    from json import dumps
    def later():
        from made.sub import anything_missing
    try:
        later()
    except ImportError as error:
        print(type(error).__name__)
finally:
    builtins.__import__ = original
print(*calls, sep="\n")
print(branch.leaf, whole is made, number, renamed.leaf)
print(dumps([json.loads("1")]), original is __import__)
