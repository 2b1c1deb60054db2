"""Construct: __getattr__ answers for attributes that are not found."""


class Proxy:
    kind = "proxy"

    def __init__(self, target):
        self.target = target
        self.asked = []

    def __getattr__(self, name):
        self.asked.append(name)
        if name.startswith("no_"):
            raise AttributeError(name)
        return getattr(self.target, name)

    @property
    def broken(self):
        raise AttributeError("inside the property")


proxy = Proxy([3, 1, 2])
proxy.sort()
proxy.append(9)
print(proxy.target, proxy.kind, proxy.count(9), proxy.asked)
print(hasattr(proxy, "index"), hasattr(proxy, "no_index"), getattr(proxy, "no_way", "default"))
for action in (lambda: proxy.broken, lambda: len(proxy), lambda: proxy[0], lambda: proxy.no_name):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
print(proxy.asked[2:], proxy.__len__(), Proxy.__getattr__(proxy, "pop")())
