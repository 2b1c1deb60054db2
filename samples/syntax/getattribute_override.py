"""Construct: __getattribute__ sees every look-up by name on an instance."""


class Watched:
    limit = 5

    def __init__(self):
        self.seen = []

    def __getattribute__(self, name):
        if name != "seen":
            object.__getattribute__(self, "seen").append(name)
        if name == "secret":
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback for {name}"

    def __len__(self):
        return self.limit

    def method(self):
        return self.limit * 2


watched = Watched()
print(watched.limit, watched.method(), watched.secret, watched.unknown)
print(watched.seen)
watched.seen.clear()
print(len(watched), hasattr(watched, "secret"), getattr(watched, "limit"), watched.seen)
watched.limit = 1
print(watched.__dict__["limit"], vars(watched)["limit"], watched.__class__.__name__, watched.seen)
