"""Construct: pickle takes objects apart and makes equal ones, with hooks of their class."""

import pickle


class Node:
    def __init__(self, name):
        self.name, self.links, self.cache = name, [], "not kept"

    def __getstate__(self):
        return {key: value for key, value in vars(self).items() if key != "cache"}

    def __setstate__(self, state):
        self.__dict__.update(state, cache="made anew")


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __reduce__(self):
        return Pair, tuple(self), {"note": "state"}


node = Node("root")
node.links += [node, Pair(1, [2]), {"k": {3}}, len, Node, 2**70, -0.0, "\ud800é", b"\0", None, ...]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps(node, protocol))
    print(protocol, again.name, again.cache, again.links[0] is again)
    print(again.links[1:3], *map(ascii, again.links[5:]))
    print(again.links[1].note, type(again.links[1]).__name__)
    print(again.links[3] is len, again.links[4] is Node)
for value in (lambda: 0, (n for n in ()), type("Local", (), {})()):
    try:
        pickle.dumps(value)
    except (pickle.PicklingError, TypeError, AttributeError):
        print("refused", type(value).__name__)
