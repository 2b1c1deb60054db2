"""Construct: objects that only refer to each other are collected by gc."""

import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        order.append(self.name)


order = []
gc.collect()
gc.disable()
left, right = Node("left"), Node("right")
left.other, right.other = right, left
watch = weakref.ref(left)
del left, right
print(order, watch() is None, gc.isenabled())
gc.collect()
print(sorted(order), watch() is None)
loop = Node("loop")
loop.me = [loop]
outside, loop = loop.me, None
gc.collect()
print(len(outside), sorted(order))
outside.clear()
print(sorted(order), gc.is_tracked([]), gc.is_tracked(5), gc.get_referents([outside]))
gc.enable()
