"""dir() does not ask a module's own __dir__

provenance: RustPython/RustPython#8271
"""

import types

module = types.ModuleType("module")
module.__dir__ = lambda: ["b", "a"]
print(dir(module))
