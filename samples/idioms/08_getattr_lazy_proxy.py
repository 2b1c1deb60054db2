"""Idiom: __getattr__ makes a lazy proxy, here settings parsed section by section."""

RAW = {
    "server": "host=localhost; port=8080; debug=yes",
    "cache": "size=256; ttl=1.5; policy=lru",
}
CONSTANTS = {"yes": True, "no": False}


def parse_value(text):
    for convert in (CONSTANTS.__getitem__, int, float):
        try:
            return convert(text)
        except (KeyError, ValueError):
            continue
    return text


class Section:
    def __init__(self, name, text):
        self.name = name
        pairs = (item.split("=") for item in text.split(";"))
        self.__dict__.update({key.strip(): parse_value(value) for key, value in pairs})

    def __repr__(self):
        return f"<{', '.join(f'{key}={value!r}' for key, value in vars(self).items())}>"


class LazySettings:
    """Loads a section at its first use; afterwards ordinary attribute look-up finds it."""

    def __init__(self, raw):
        self._raw = raw
        self.loads = []

    def __getattr__(self, name):
        if name.startswith("_") or name not in self._raw:
            raise AttributeError(name)
        self.loads.append(name)
        section = Section(name, self._raw[name])
        setattr(self, name, section)
        return section

    def __dir__(self):
        return {*super().__dir__(), *self._raw}


settings = LazySettings(RAW)
print("loaded at first:", settings.loads)
print(settings.server.host, settings.server.port + 1, settings.server.debug)
print("loaded now:", settings.loads, "| in __dict__:", sorted(vars(settings)))
print(settings.cache, settings.cache is settings.cache)
print(getattr(settings, "mail", "no mail section"), hasattr(settings, "_secret"))
print("loads:", settings.loads, [name for name in dir(settings) if not name.startswith("_")])
