import json
from dataclasses import asdict, dataclass, field


@dataclass
class Part:
    number: str
    weight: float
    tags: list[str] = field(default_factory=list)


@dataclass
class Box:
    label: str
    parts: list[Part]

    @classmethod
    def from_dict(cls, data):
        return cls(data["label"], [Part(**p) for p in data["parts"]])


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        return super().default(o)


boxes = [
    Box("A", [Part("p-1", 0.5, ["small"]), Part("p-2", 12.25)]),
    Box("B", [Part("p-3", 3.0, ["fragile", "blue"])]),
]
text = json.dumps([asdict(b) for b in boxes], indent=1)
print(text)
again = [Box.from_dict(d) for d in json.loads(text)]
print(again == boxes)
print(sum(p.weight for b in again for p in b.parts))
print(json.dumps({"ids": {3, 1, 2}, "z": 1 + 2j, "none": None, "t": (1, 2)}, cls=Encoder))
print(json.dumps({1: "int key", True: "bool key", None: "null key"}))
print(json.loads('{"a": [1, 2.5, true, null, "x\\ty"]}'))
try:
    json.dumps({"f": print})
except TypeError:
    print("cannot be written as JSON")
