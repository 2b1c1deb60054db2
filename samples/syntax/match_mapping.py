"""Construct: match takes mappings apart by key, and never adds a key."""

import collections
import types

LOG = types.SimpleNamespace(KEY="level")


def route(message):
    match message:
        case {"type": "move", "to": [x, y]}:
            return f"move to {x},{y}"
        case {"type": "say", "text": str(text), **rest}:
            return f"say {text} {rest}"
        case {LOG.KEY: int() as level, "nested": {"deep": deep}}:
            return f"log {level} {deep}"
        case {1: one, -1: minus}:
            return f"numbers {one} {minus}"
        case {**everything} if len(everything) > 2:
            return f"many {sorted(everything)}"
        case {}:
            return "some mapping"
        case _:
            return "no mapping"


lenient = collections.defaultdict(list, type="move")
print(route({"to": (1, 2), "type": "move", "by": "ada"}))
print(route({"type": "say", "text": "hi", "x": 1}))
print(route({"level": 3, "nested": {"deep": "d"}}))
print(route({True: "t", -1.0: "m"}), route(lenient), dict(lenient))
print(route({"type": "say", "text": 5}), route({}))
print(route(dict(a=1, b=2, c=3)), route([("type", "move")]))
print(route(collections.ChainMap({"to": "ab"}, {"type": "move"})))
print(route(types.MappingProxyType({"to": [3, 4], "type": "move"})))
