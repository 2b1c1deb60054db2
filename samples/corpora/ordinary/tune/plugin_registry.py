class PluginBase:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        PluginBase.registry[name or cls.__name__.lower()] = cls

    def run(self, text):
        raise NotImplementedError(f"{type(self).__name__} does nothing")


class Upper(PluginBase):
    def run(self, text):
        return text.upper()


class Reverse(PluginBase, name="rev"):
    def run(self, text):
        return text[::-1]


class Repeat(PluginBase):
    times = 2

    def run(self, text):
        return text * self.times


class Thrice(Repeat, name="x3"):
    times = 3


class Lazy(PluginBase):
    pass


print(list(PluginBase.registry))
for chain in (["upper"], ["rev", "upper"], ["x3", "rev"], ["lazy"], ["nothing"]):
    text = "ab!"
    try:
        for name in chain:
            text = PluginBase.registry[name]().run(text)
        print(" > ".join(chain), "=", text)
    except NotImplementedError as error:
        print(" > ".join(chain), "failed:", error)
    except KeyError as error:
        print("no plugin", error.args[0])
print(issubclass(PluginBase.registry["x3"], Repeat), [c.__name__ for c in Thrice.__mro__[:3]])
