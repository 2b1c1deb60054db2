"""Builtin functions and methods have no signature

provenance: RustPython/RustPython#8512
"""

import inspect

for function in [len, sorted, sum, round, str.split, list.sort, int.to_bytes]:
    try:
        print(function.__name__, inspect.signature(function))
    except ValueError as error:
        print(function.__name__, type(error).__name__)
