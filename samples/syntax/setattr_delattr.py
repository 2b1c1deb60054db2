"""Construct: __setattr__ and __delattr__ see every binding on an instance."""


class Versioned:
    def __init__(self, **start):
        object.__setattr__(self, "log", [])
        for name, value in start.items():
            setattr(self, name, value)

    def __setattr__(self, name, value):
        if name == "log":
            raise AttributeError(name)
        self.log.append((name, getattr(self, name, None), value))
        super().__setattr__(name.lower(), value)

    def __delattr__(self, name):
        self.log.append((name, "gone"))
        object.__delattr__(self, name)


item = Versioned(Colour="red", size=1)
item.size += 4
item.size, item.SHAPE = 6, "round"
for item.index in range(2):
    pass
del item.size
print(*item.log, sep="\n")
print({name: value for name, value in vars(item).items() if name != "log"})
for action in (lambda: setattr(item, "log", 0), lambda: delattr(item, "size"), lambda: item.size):
    try:
        action()
    except AttributeError as error:
        print(type(error).__name__, len(item.log))
