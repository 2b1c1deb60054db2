"""Each call of weakref.proxy gives another proxy

provenance: RustPython/RustPython#8307
"""

import weakref


class Node:
    pass


node = Node()
first = weakref.proxy(node)
print(weakref.proxy(node) is first, weakref.getweakrefcount(node))
