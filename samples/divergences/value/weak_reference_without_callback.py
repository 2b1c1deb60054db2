"""A weak reference with None for a callback is another one than without

provenance: RustPython/RustPython#8298
"""

import weakref


class Node:
    pass


node = Node()
first = weakref.ref(node)
print(weakref.ref(node, None) is first)
