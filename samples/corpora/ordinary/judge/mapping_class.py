from collections import ChainMap, UserDict
from collections.abc import MutableMapping


class CaseInsensitive(MutableMapping):
    def __init__(self, *args, **kwargs):
        self._data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self._data[key.lower()][1]

    def __setitem__(self, key, value):
        self._data[key.lower()] = (key, value)

    def __delitem__(self, key):
        del self._data[key.lower()]

    def __iter__(self):
        return (original for original, _ in self._data.values())

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"{type(self).__name__}({dict(self.items())})"


class Defaulting(UserDict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


headers = CaseInsensitive({"Content-Type": "text/html"}, Accept="*/*")
headers["CONTENT-TYPE"] = "text/plain"
print(headers, len(headers), "accept" in headers)
print(headers.get("Missing", "none"), headers.pop("ACCEPT"), list(headers))
print(headers.setdefault("Host", "example.org"), sorted(headers.keys()), list(headers.values()))
numbers = Defaulting()
print([numbers[w] for w in "the cat and the dog and the bird".split()], numbers)
settings = ChainMap({"color": "red"}, {"color": "blue", "size": 3})
print(settings["color"], settings["size"], dict(settings) == {"color": "red", "size": 3})
child = settings.new_child({"size": 9})
print(child["size"], child.parents["size"], len(child.maps))
try:
    headers["nope"]
except KeyError as error:
    print("missing", error)
