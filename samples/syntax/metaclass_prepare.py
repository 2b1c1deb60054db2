"""Construct: __prepare__ gives the namespace in which a class body runs."""


class Recorder(dict):
    writes = ()

    def __setitem__(self, key, item):
        self.writes += ((key, key in self),)
        super().__setitem__(key, item)

    def __missing__(self, key):
        if key.isupper():
            return f"<{key.lower()}>"
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **presets):
        return Recorder(presets)

    def __new__(mcls, name, bases, namespace, **presets):
        cls = super().__new__(mcls, name, bases, dict(namespace))
        cls.writes = [write for write in namespace.writes if not write[0].startswith("__")]
        return cls


class Settings(metaclass=Meta, base=10):
    width = base * 2
    mode = VERBOSE
    width = width + 1


print(Settings.writes, Settings.width, Settings.base, Settings.mode)
try:
    class Broken(metaclass=Meta):
        value = lower_case_is_unknown
except NameError as error:
    print(type(error).__name__, type.__prepare__())
