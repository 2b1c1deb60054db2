class Config:
    def __init__(self, data):
        self._data = data

    def __getattr__(self, name):
        try:
            value = self._data[name]
        except KeyError:
            raise AttributeError(f"no setting {name}") from None
        return Config(value) if isinstance(value, dict) else value

    def get(self, path, default=None):
        node = self._data
        for part in path.split("."):
            if isinstance(node, list) and part.isdigit() and int(part) < len(node):
                node = node[int(part)]
            elif isinstance(node, dict) and part in node:
                node = node[part]
            else:
                return default
        return node

    def paths(self, node=None, prefix=""):
        node = self._data if node is None else node
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in items:
            here = f"{prefix}{key}"
            if isinstance(value, (dict, list)):
                yield from self.paths(value, here + ".")
            else:
                yield here, value


config = Config({
    "name": "demo",
    "server": {"host": "localhost", "ports": [80, 443], "tls": {"enabled": True}},
    "users": [{"name": "root", "id": 0}, {"name": "guest", "id": 99}],
})
print(config.name, config.server.host, config.server.tls.enabled)
print(config.get("users.1.name"), config.get("server.ports.0"), config.get("server.proxy.url", "none"))
for path, value in config.paths():
    print(f"{path} = {value!r}")
try:
    config.server.cert
except AttributeError as error:
    print("error:", error)
print(hasattr(config, "users"), getattr(config, "missing", "default"))
